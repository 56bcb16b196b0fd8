import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { root } from '../../bench/paths.mjs';

const schema = buildSchema(readFileSync(join(root, 'schema.graphql'), 'utf8'), { assumeValid: true });

/** Reproducible random numbers (mulberry32). */
export class Random {
  #state;

  /** @param {number} seed */
  constructor(seed) {
    this.#state = seed;
  }

  next() {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  below(limit) {
    return Math.floor(this.next() * limit);
  }

  /** @template T @param {readonly T[]} list @returns {T} */
  pick(list) {
    return list[this.below(list.length)];
  }

  is(chance) {
    return this.next() < chance;
  }

  /** @template T @param {readonly T[]} list @returns {T[]} some of a list, in random order */
  some(list, count = 1 + this.below(list.length)) {
    const rest = [...list];
    return Array.from(
      { length: Math.min(count, rest.length) },
      () => rest.splice(this.below(rest.length), 1)[0],
    );
  }

  word() {
    return this.below(2 ** 31).toString(36);
  }
}

const scalars = {
  Int: (random) => String(random.below(4)),
  Boolean: (random) => String(random.is(0.5)),
  ID: (random) => `"cus_${random.word()}"`,
  DateTime: (random) => `"20${10 + random.below(20)}-0${1 + random.below(9)}-11T00:00:00Z"`,
};

function literal(type, random, depth = 0) {
  if (isNonNullType(type)) return literal(type.ofType, random, depth);
  if (isListType(type))
    return `[${Array.from({ length: 1 + random.below(2) }, () => literal(type.ofType, random, depth + 1)).join(' ')}]`;
  if (isEnumType(type)) return random.pick(type.getValues()).name;
  if (!isInputObjectType(type)) return scalars[type.name]?.(random) ?? `"${random.word()}"`;
  const fields = Object.values(type.getFields());
  const needed = type.isOneOf ? [random.pick(fields)] : fields.filter((field) => isNonNullType(field.type));
  const others = type.isOneOf || depth > 2 ? [] : random.some(fields, random.below(4));
  const given = [...new Set([...needed, ...others])];
  return `{${given.map((field) => `${field.name}: ${literal(field.type, random, depth + 1)}`).join(' ')}}`;
}

function argumentsOf(field, random, first) {
  const given = field.args.flatMap((argument) => {
    if (argument.name === 'first') return [`first: ${first(random)}`];
    if (['after', 'before', 'last'].includes(argument.name)) return [];
    if (isNonNullType(argument.type) || random.is(0.3))
      return [`${argument.name}: ${literal(argument.type, random)}`];
    return [];
  });
  return given.length === 0 ? '' : `(${given.join(' ')})`;
}

/**
 * Writes distinct valid operations of random shape: fields, aliases, literal arguments, inline fragments on
 * interfaces, and directives with variables.
 * @param {Random} random
 * @param {{ fields?: number, depth?: number, aliases?: number, directives?: number, first?: (random: Random) => number }} [shape]
 */
export function randomDocument(
  random,
  { fields = 250, depth = 12, aliases = 25, directives = 6, first = () => 0 } = {},
) {
  const left = { fields, aliases, directives };
  const take = (name, chance) => left[name] > 0 && random.is(chance) && left[name]-- > 0;

  function selections(type, level) {
    if (isAbstractType(type)) {
      const types = random.some(schema.getPossibleTypes(type), 3);
      return `{ __typename ${types.map((each) => `... on ${each.name} ${selections(each, level)}`).join(' ')} }`;
    }
    const all = Object.values(type.getFields()).filter((field) => !field.name.startsWith('_'));
    const usable = all.filter((field) => level < depth || isLeafType(getNamedType(field.type)));
    if (usable.length === 0) return '{ __typename }';
    const chosen = random.some(
      usable,
      Math.max(1, Math.min(left.fields, 1 + random.below(level < 3 ? 14 : 8))),
    );
    return `{ ${chosen.map((field) => selected(field, level)).join(' ')} }`;
  }

  function selected(field, level) {
    left.fields -= 1;
    const type = getNamedType(field.type);
    const alias = take('aliases', 0.1) ? `${random.word().replace(/^\d/, 'a')}: ` : '';
    const directive = take('directives', 0.05)
      ? ` @${random.pick(['include(if: $yes)', 'skip(if: $no)'])}`
      : '';
    const head = `${alias}${field.name}${argumentsOf(field, random, first)}${directive}`;
    if (isLeafType(type)) return head;
    return `${head} ${left.fields > 0 && level < depth ? selections(type, level + 1) : '{ __typename }'}`;
  }

  const query = schema.getQueryType();
  const roots = [
    'customers',
    'customer',
    'node',
    'accountGroups',
    'carriers',
    'viewer',
    'customerChanges',
    'shippingTerms',
  ];
  const body = random.some(roots, 1 + random.below(3)).map((name) => selected(query.getFields()[name], 1));
  const used = body.join(' ');
  const variables = [
    used.includes('$yes') && '$yes: Boolean = true',
    used.includes('$no') && '$no: Boolean = false',
  ];
  const declared = variables.filter(Boolean).join(', ');
  return `query Q${random.word()}${declared && `(${declared})`} { ${used} }`;
}
