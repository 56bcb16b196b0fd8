import { execFile } from 'node:child_process';
import { chmod, chown, cp, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../bench/paths.mjs';

export const run = promisify(execFile);
const maxOutput = 64 * 1024 * 1024;

/** The paths and patterns with `*` of deploy/Dockerfile.dockerignore. */
async function ignoredPaths() {
  const text = await readFile(join(root, 'deploy', 'Dockerfile.dockerignore'), 'utf8');
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => new RegExp(`^${line.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`));
}

/** Copies what the build context contains. */
async function copyContext(target) {
  const ignored = await ignoredPaths();
  const isIncluded = (path) => !ignored.some((pattern) => pattern.test(relative(root, path)));
  await mkdir(target);
  for (const name of await readdir(root))
    if (isIncluded(join(root, name)))
      await cp(join(root, name), join(target, name), { recursive: true, filter: isIncluded });
  return target;
}

const isDirectory = async (path) => (await stat(path)).isDirectory();

/** The steps of a stage, in a directory that stands for the image's root. */
class StageReplay {
  #directory;
  #sources;
  #runAs;
  workdir;

  constructor(directory, sources, runAs) {
    this.#directory = directory;
    this.#sources = sources;
    this.#runAs = runAs;
    this.workdir = directory;
  }

  async WORKDIR({ args: [path] }) {
    this.workdir = join(this.#directory, path);
    await mkdir(this.workdir, { recursive: true });
    await this.#own();
  }

  async #own() {
    const { uid, gid } = this.#runAs;
    await run('chown', ['-R', `${uid}:${gid}`, this.#directory]);
  }

  async COPY({ args, flags }) {
    const from = await this.#sources.get(flags.from ?? 'context');
    const target = join(this.workdir, args.at(-1));
    for (const source of args.slice(0, -1)) {
      const path = join(from, source);
      const to = (await isDirectory(path)) ? target : join(target, basename(path));
      await cp(path, to, { recursive: true, verbatimSymlinks: true });
    }
    await this.#own();
  }

  async RUN({ text }) {
    await run('sh', ['-c', text], { ...this.#runAs, cwd: this.workdir, maxBuffer: maxOutput });
  }
}

/**
 * Runs the steps of a Dockerfile as another user, each stage in its own directory, and stages that do not need each
 * other at the same time.
 * @param {import('./dockerfile.mjs').Stage[]} stages
 * @param {string} home an empty directory
 * @param {{ uid: number, gid: number, env: Record<string, string> }} runAs
 * @returns {Promise<string>} the working directory of the last stage
 */
export async function replay(stages, home, runAs) {
  /** @type {Map<string, Promise<string>>} directories of completed stages */
  const sources = new Map([['context', copyContext(join(home, 'context'))]]);
  const replays = stages.map(async ({ name, steps }) => {
    const directory = join(home, `stage-${name}`);
    await mkdir(directory);
    const stage = new StageReplay(directory, sources, runAs);
    for (const step of steps) await stage[step.keyword]?.(step);
    return stage;
  });
  for (const [at, { name }] of stages.entries())
    sources.set(
      name,
      replays[at].then(() => join(home, `stage-${name}`)),
    );
  const all = await Promise.all(replays);
  return all.at(-1).workdir;
}

/** Files with size and time of change, to compare. */
export async function stateOf(directory) {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const states = entries.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile()) return relative(directory, path);
    const { size, mtimeMs } = await stat(path);
    return `${relative(directory, path)} ${size} ${mtimeMs}`;
  });
  return (await Promise.all(states)).sort();
}

/** Makes a tree the superuser's, and readable only. */
export async function makeReadOnly(directory) {
  await run('chown', ['-R', '0:0', directory]);
  await run('chmod', ['-R', 'a-w,a+rX', directory]);
}

/** Creates a directory of a user. */
export async function directoryOf({ uid, gid }, path) {
  await mkdir(path, { recursive: true });
  await chown(path, uid, gid);
  await chmod(path, 0o700);
  return path;
}
