import {
  buildSchema,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';
import type { Context } from '../../src/context.ts';
import { Batch, createLevels, type Load } from '../../src/loaders/batch.ts';

const sdl = `
  interface Thing { number: Int thing: Thing things: [Thing!] }
  type Box implements Thing {
    number: Int  count: Int!  plain: Int  thing: Thing  box: Box  inner: Box!
    things: [Thing!]  boxes: [Box!]!  holes: [Box]!  rows: [[Box!]!]  grid: [[Int!]]!
  }
  type Ball implements Thing { number: Int  thing: Thing  things: [Thing!]  size: Int!  bounce: Ball! }
  type Query { box: Box  ball: Ball  boxes: [Box!]  rows: [[Box]!]!  thing: Thing  things: [Thing] count: Int! }
`;

/** An object of the graph: the values of its fields follow from its path. */
interface Thing {
  readonly kind: 'Box' | 'Ball';
  readonly at: string;
  readonly plain: number | null;
}

/** A number from 0 to 999 derived from a text. */
function chanceOf(text: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
  return ((hash ^ (hash >>> 15)) >>> 0) % 1_000;
}

/** The arguments of the graph's resolvers. */
export interface MadeUpContext {
  readonly seed: string;
  readonly loaders: Pick<Context['loaders'], 'levels'>;
  /** The values of the batches, by their keys. */
  readonly turn: () => Promise<void>;
  readonly found: Map<string, unknown>;
  readonly batches: readonly Batch<unknown>[];
}

export function madeUpContext(seed: string): MadeUpContext {
  const levels = createLevels();
  const found = new Map<string, unknown>();
  const load = async (keys: readonly string[]) => new Map(keys.map((key) => [key, found.get(key)]));
  const later = (keys: readonly string[]) =>
    new Promise<ReadonlyMap<string, unknown>>((resolve) => setImmediate(() => resolve(load(keys))));
  const loads: readonly Load<unknown>[] = [
    load,
    (keys) => levels.hold(load(keys)),
    (keys) => levels.hold(later(keys)),
  ];
  const batches = loads.map((each) => new Batch<unknown>(levels, each, () => null));
  const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
  return { seed, loaders: { levels }, turn, found, batches };
}

type Give = (value: unknown, at: string, context: MadeUpContext) => unknown;

/** The possible results of a field: a value, null, an invalid value, or an error. */
function madeUp(type: GraphQLOutputType, at: string, give: (value: unknown, at: string) => unknown): unknown {
  const chance = chanceOf(at);
  if (chance < 25) return give(null, at);
  if (chance < 40) return give(new Error(`wrong at ${at}`), at);
  const there = getNullableType(type);
  const named = getNamedType(there);
  if (chance < 45 && (isListType(there) || isLeafType(named))) return give('not what it should be', at);
  if (isListType(there)) {
    const items = Array.from({ length: chance % 4 }, (_, index) =>
      madeUp(there.ofType, `${at}.${index}`, give),
    );
    return give(items, at);
  }
  if (isLeafType(named)) return give(chance, at);
  const kind = isObjectType(named) ? named.name : chance % 2 === 0 ? 'Box' : 'Ball';
  return give({ kind, at, plain: chance % 9 === 0 ? null : chance }, at);
}

function withResolvers(give: Give): GraphQLSchema {
  const schema = buildSchema(sdl);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInterfaceType(type)) type.resolveType = (thing) => (thing as Thing).kind;
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields()))
      if (field.name !== 'plain')
        field.resolve = (thing: Thing | undefined, _args, context: MadeUpContext) => {
          const at = `${thing?.at ?? context.seed}.${field.name}`;
          const given = madeUp(field.type, at, (value, place) => give(value, place, context));
          if (given instanceof Error && chanceOf(`${at} thrown`) < 500) throw given;
          return given;
        };
  }
  return schema;
}

function asPromise(value: unknown): Promise<unknown> {
  const promise = value instanceof Error ? Promise.reject(value) : Promise.resolve(value);
  // It is not always awaited immediately.
  promise.catch(() => undefined);
  return promise;
}

function unlessError(value: unknown): unknown {
  if (value instanceof Error) throw value;
  return value;
}

/** A value itself, a promise of it, or a deferred value of a batch, in rotation. */
function anyhow(value: unknown, at: string, { found, batches }: MadeUpContext): unknown {
  const chance = chanceOf(`how ${at}`);
  if (chance < 400) return value;
  if (chance < 500) return asPromise(value);
  const batch = batches[chance % batches.length] as Batch<unknown>;
  if (chance < 800) {
    found.set(at, value);
    return batch.defer(at);
  }
  found.set(at, { value });
  return batch.defer(at).map((box) => unlessError((box as { readonly value: unknown }).value));
}

/** All values are late: if an item fails synchronously, graphql-js leaves a list's other errors unhandled. */
export const lateGraph = withResolvers(asPromise);

/** The same graph, with every kind of resolver result. */
export const mixedGraph = withResolvers(anyhow);
