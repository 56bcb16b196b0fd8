import { chmod, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from '../../bench/paths.mjs';
import { start } from '../../bench/processes.mjs';
import { lastOf, parseDockerfile, variablesOf } from './dockerfile.mjs';
import { directoryOf, makeReadOnly, replay, run, stateOf } from './replay.mjs';
import { asNobody, nobody } from './services.mjs';

/** Variables that the network of this machine needs. */
const ofNetwork = /^(NODE_EXTRA_CA_CERTS|SSL_CERT_(FILE|DIR)|(https?|no)_proxy)$/i;

const path = `${dirname(process.execPath)}:${process.env.PATH}`;

const difference = (first, second) => [
  ...[...first].filter((each) => !second.has(each)),
  ...[...second].filter((each) => !first.has(each)),
];

/** The image of deploy/Dockerfile, as a directory that is readable only, and its programs as `nobody`. */
export class Image {
  #directory;
  #stage;
  /** Its files, if it is an image. */
  #state;

  constructor(directory, stage, state) {
    this.#directory = directory;
    this.#stage = stage;
    this.#state = state;
  }

  /** Packages that only development or an optional feature needs, by the lock file. */
  async unneededPackages() {
    if (this.#state === undefined) return [];
    const [{ packages: all }, { packages: own }] = await Promise.all(
      [join(root, 'package-lock.json'), join(this.#directory, 'node_modules', '.package-lock.json')].map(
        async (file) => JSON.parse(await readFile(file, 'utf8')),
      ),
    );
    return Object.keys(own).filter((name) => all[name].dev || all[name].devOptional || all[name].optional);
  }

  /** Paths that were added, changed or removed since the image was built. */
  async changes() {
    if (this.#state === undefined) return [];
    const [before, after] = [new Set(this.#state), new Set(await stateOf(this.#directory))];
    return difference(before, after);
  }

  #argsOf(keyword) {
    return lastOf(this.#stage, keyword).args;
  }

  /** A command line that runs a program of the image with these variables only. */
  #line(program, environment) {
    const variables = { ...variablesOf(this.#stage), ...environment };
    const inTree = { PATH: path, HOME: '/nonexistent', TMPDIR: this.#directory };
    const assigned = Object.entries({ ...inTree, ...variables }).map(([name, value]) => `${name}=${value}`);
    return ['-i', '-C', this.#directory, ...assigned, 'setpriv', ...asNobody, ...program];
  }

  /** Runs a command to its end; its standard output. */
  async run(args, environment) {
    const { stdout } = await run('env', this.#line([...this.#argsOf('ENTRYPOINT'), ...args], environment));
    return stdout;
  }

  /** Starts the image's own command. */
  serve(name, environment) {
    return start(
      `deploy-${name}`,
      'env',
      this.#line([...this.#argsOf('ENTRYPOINT'), ...this.#argsOf('CMD')], environment),
    );
  }

  /** Runs the health check; an error if it fails. */
  async checkHealth(environment) {
    await run('env', this.#line(this.#argsOf('HEALTHCHECK'), environment));
  }
}

const stagesOfFile = async () => parseDockerfile(await readFile(join(root, 'deploy', 'Dockerfile'), 'utf8'));

/** The repository itself in place of the image, for a drill of the alerts only. */
export async function ownImage() {
  return new Image(root, (await stagesOfFile()).at(-1));
}

/**
 * Replays deploy/Dockerfile as `nobody` in an empty directory.
 * @param {string} home an existing directory that `nobody` can enter
 */
export async function buildImage(home) {
  const stages = await stagesOfFile();
  const tree = join(home, 'image');
  await mkdir(tree);
  await chmod(tree, 0o755);
  const { stdout: registry } = await run('npm', ['config', 'get', 'registry']);
  const env = {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => ofNetwork.test(name))),
    PATH: path,
    HOME: await directoryOf(nobody, join(home, 'home')),
    npm_config_registry: registry.trim(),
    npm_config_cache: await directoryOf(nobody, join(home, 'npm')),
  };
  const directory = await replay(stages, tree, { ...nobody, env });
  await makeReadOnly(directory);
  return new Image(directory, stages.at(-1), await stateOf(directory));
}
