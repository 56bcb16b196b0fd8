const pairsOf = (name: string): ReadonlySet<string> => {
  const letters = name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return new Set([...letters].slice(1).map((letter, at) => letters[at] + letter));
};

/** The part of the pairs of letters that two names share, from 0 to 1. */
function similarity(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((pair) => other.has(pair)).length;
  return (2 * common) / (one.size + other.size || 1);
}

const maxNames = 3;
const minSimilarity = 0.4;

/** The names that are most similar to one that is wrong, the nearest first; empty if none is similar. */
export function nearNames(name: string, names: readonly string[]): readonly string[] {
  const pairs = pairsOf(name);
  return names
    .map((each) => {
      const last = pairsOf(each.slice(each.lastIndexOf('.') + 1));
      return { each, near: Math.max(similarity(pairs, pairsOf(each)), similarity(pairs, last)) };
    })
    .filter(({ near }) => near >= minSimilarity)
    .sort((a, b) => b.near - a.near)
    .slice(0, maxNames)
    .map(({ each }) => each);
}
