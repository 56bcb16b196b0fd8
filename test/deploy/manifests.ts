import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { lastOf, parseDockerfile, type Stage, variablesOf } from '../../drills/deploy/dockerfile.mjs';
import { options } from '../../src/options.ts';

export const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** The documents of a YAML file, with merged keys. */
// biome-ignore lint/suspicious/noExplicitAny: manifests of other programs
export const readYaml = (path: string): readonly any[] =>
  parseAllDocuments(read(path), { merge: true }).map((document) => {
    if ('errors' in document && document.errors.length > 0) throw document.errors[0];
    return document.toJS();
  });

export const packageJson = JSON.parse(read('package.json'));

/** The arguments of Node.js in `npm start`. */
export const nodeOptions: readonly string[] = packageJson.scripts.start
  .split(' ')
  .filter((word: string) => word.startsWith('--'));

export const oldSpaceBytes =
  Number(/--max-old-space-size=(\d+)/.exec(nodeOptions.join(' '))?.[1]) * 1024 * 1024;

export const stages = parseDockerfile(read('deploy/Dockerfile'));
// The parser returns at least one stage for the Dockerfile, whose first test checks the stages.
export const image = stages.at(-1) as Stage;
export const imageVariables = variablesOf(image);

/** The arguments of an instruction of the image. */
export const argsOf = (keyword: string): readonly string[] => lastOf(image, keyword)?.args ?? [];

/** Names that are not options of the gateway. */
export const unknownNames = (environment: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.keys(environment).filter((name) => name !== 'NODE_ENV' && !(name in options));

/** The time in seconds that a supervisor must grant after SIGTERM (docs/deployment.md#shutdown). */
export const graceSeconds = ({ DRAIN_MS }: Readonly<Record<string, string>>): number =>
  Number(DRAIN_MS ?? options.DRAIN_MS.default) / 1_000 + 15;

/** Whether an image has a full version, so that it is the same on every machine. */
export const isPinned = (name: string): boolean => /:v?\d+\.\d+(\.\d+)?(-[\w.-]+)?$/.test(name);
