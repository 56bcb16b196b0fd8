/**
 * @typedef {{ keyword: string, flags: Record<string, string>, args: string[], text: string }} Step
 * @typedef {{ name: string, base: string, steps: Step[] }} Stage
 */

const known = ['CMD', 'COPY', 'ENTRYPOINT', 'ENV', 'EXPOSE', 'HEALTHCHECK', 'RUN', 'USER', 'WORKDIR'];

const linesOf = (text) =>
  text
    .replace(/^\s*#.*\n/gm, '')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The items of a JSON array, or words. */
const argsOf = (text) => (text.startsWith('[') ? JSON.parse(text) : text.split(/\s+/));

function stepOf(line) {
  const [, keyword, rest] = /^([A-Z]+)\s+(.*)$/s.exec(line) ?? [];
  if (!known.includes(keyword)) throw new Error(`The drill cannot replay this line: ${line}`);
  const [given] = /^(--\S+\s+)*/.exec(rest);
  const flags = Object.fromEntries(
    [...given.matchAll(/--([\w-]+)=(\S+)/g)].map(([, name, value]) => [name, value]),
  );
  const text = rest.slice(given.length);
  return {
    keyword,
    flags,
    args: argsOf(keyword === 'HEALTHCHECK' ? text.replace(/^CMD\s+/, '') : text),
    text,
  };
}

/**
 * Parses the instructions that deploy/Dockerfile uses; any other one is an error.
 * @param {string} text
 * @returns {Stage[]}
 */
export function parseDockerfile(text) {
  const values = new Map();
  const stages = [];
  for (const line of linesOf(text)) {
    const [, name, value] = /^ARG (\w+)=(\S+)$/.exec(line) ?? [];
    const [, image, as] = /^FROM (\S+)(?: AS (\S+))?$/.exec(line) ?? [];
    if (name !== undefined) values.set(name, value);
    else if (image === undefined) stages.at(-1).steps.push(stepOf(line));
    else {
      const base = image.replace(/\$\{(\w+)\}/g, (_, each) => values.get(each));
      stages.push({ name: as ?? String(stages.length), base, steps: [] });
    }
  }
  return stages;
}

/** The last instruction of a kind in a stage. */
export const lastOf = ({ steps }, keyword) => steps.findLast((step) => step.keyword === keyword);

/** The variables of a stage's `ENV` instructions. */
export const variablesOf = ({ steps }) =>
  Object.fromEntries(
    steps
      .filter(({ keyword }) => keyword === 'ENV')
      .flatMap(({ args }) => args)
      .map((each) => [each.slice(0, each.indexOf('=')), each.slice(each.indexOf('=') + 1)]),
  );
