const json = 'application/json';
const graphql = 'application/graphql-response+json';

/** The media types of GraphQL responses; the first is the default. */
const served = [json, graphql] as const;

interface MediaRange {
  readonly type: string;
  readonly weight: number;
}

/** Returns undefined for a range with another charset than UTF-8. */
function rangeOf(item: string): MediaRange | undefined {
  const [type = '', ...parameters] = item.split(';').map((each) => each.trim());
  const charset = parameters.find((each) => each.startsWith('charset='));
  if (charset !== undefined && charset !== 'charset=utf-8') return undefined;
  const weight = parameters.find((each) => each.startsWith('q='));
  // An invalid weight counts as 0.
  return { type, weight: weight === undefined ? 1 : Number(weight.slice(2)) || 0 };
}

/** From the most to the least specific. */
const rangesFor = (type: string): readonly string[] => [type, 'application/*', '*/*'];

function negotiate(accept: string): string | undefined {
  const ranges = accept
    .toLowerCase()
    .split(',')
    .flatMap((item) => rangeOf(item) ?? []);
  const matchOf = (type: string) => {
    const name = rangesFor(type).find((each) => ranges.some((range) => range.type === each));
    const at = ranges.findIndex((range) => range.type === name);
    return { type, at, weight: ranges[at]?.weight ?? 0 };
  };
  const [best] = served
    .map(matchOf)
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight || a.at - b.at);
  return best?.type;
}

/** Results by header: clients send a few values, each with every request. */
const negotiated = new Map<string, string | undefined>();
const maxNegotiated = 100;
const maxLength = 200;

/**
 * The media type of a GraphQL response: the one with the higher weight, else the one named first, else JSON.
 * Returns undefined if the caller accepts neither.
 */
export function responseType(accept: string | null | undefined): string | undefined {
  if (!accept || accept === '*/*' || accept === json) return json;
  if (accept === graphql) return graphql;
  if (negotiated.has(accept)) return negotiated.get(accept);
  const type = negotiate(accept);
  if (negotiated.size < maxNegotiated && accept.length <= maxLength) negotiated.set(accept, type);
  return type;
}

/** Whether a `content-type` is JSON, with any parameters. */
export const isJson = (contentType: string | null | undefined): boolean =>
  contentType === json || contentType?.split(';', 1)[0]?.trim().toLowerCase() === json;
