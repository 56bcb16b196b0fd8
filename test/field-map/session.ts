import { getNamedType, isObjectType } from 'graphql';
import { resultOf, type Written, writtenFields } from '../../scripts/field-map/written-fields.mjs';
import { schema } from '../../src/schema/index.ts';
import type { Caller as AnyCaller } from '../gateway.ts';
import type { UserError } from '../mutation.ts';
import { fieldNamed } from '../selection.ts';
import { Observed } from './observe.ts';
import { isSame, selectionOf, valuesAt } from './read-back.ts';

export interface Sent {
  // biome-ignore lint/suspicious/noExplicitAny: each mutation has an object of its own type
  readonly object: any;
  readonly userErrors: readonly UserError[];
}

export type Caller = Pick<AnyCaller, 'execute'>;

const allWritten = writtenFields(schema);

export const nameOf = ({ mutation, input, output }: Written): string =>
  `${mutation}: ${input.join('.')} writes ${output.join('.')}`;

const history = `version events(first: 1) { nodes { id action occurredAt actor { type name accountUser { id } }
  customer { id } changes { field path oldValue newValue } } }`;

function selectionOfResult(mutation: string, paths: readonly (readonly string[])[]): string {
  const definition = fieldNamed('Mutation', mutation);
  const payload = getNamedType(definition.type);
  if (!isObjectType(payload)) throw new Error(`${mutation} has no payload.`);
  const result = resultOf(definition);
  const errors = 'userErrors { code message path }';
  const outcomes = (type: typeof payload) =>
    Object.keys(type.getFields()).filter((name) => ['outcome', 'deletedId', 'customerId'].includes(name));
  if (result === undefined) return `${outcomes(payload).join(' ')} ${errors}`;
  const holder = result.isBulk ? getNamedType(payload.getFields().results?.type) : payload;
  if (!isObjectType(holder)) throw new Error(`${mutation} has no results.`);
  const object = selectionOf(result.type, paths);
  const more = result.type.name === 'Customer' ? object.replace(/\}$/, `${history} }`) : object;
  const fields = `${outcomes(holder).join(' ')} ${result.field.name} ${more} ${errors}`;
  return result.isBulk ? `results { ${fields} }` : fields;
}

/** Sends operations as one caller, and notes what their responses contain. */
export class Session {
  readonly observed = new Observed();
  /** The mutations that succeeded. */
  readonly sent = new Set<string>();
  /** The inputs whose value was read back. */
  readonly proved = new Set<string>();
  readonly #caller: Caller;

  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /** Executes an operation; fails if it has errors. */
  async ask(root: 'Query' | 'Mutation', document: string, variables: object = {}, caller = this.#caller) {
    const { data, errors } = await caller.execute(document, variables);
    if (errors) throw new Error(`${document} ${JSON.stringify(variables)}: ${JSON.stringify(errors)}`);
    this.observed.note(root, data);
    return data;
  }

  /** Sends a mutation with one item, and compares the object of the result with the input. */
  async send(mutation: string, item: object, caller = this.#caller): Promise<Sent> {
    const definition = fieldNamed('Mutation', mutation);
    const written = allWritten.filter((each) => each.mutation === mutation);
    const result = resultOf(definition);
    const document = `mutation ($input: ${definition.args[0]?.type}) { ${mutation}(input: $input) {
      ${selectionOfResult(
        mutation,
        written.map(({ output }) => output),
      )} } }`;
    const input = result?.isBulk ? { items: [item] } : item;
    const data = await this.ask('Mutation', document, { input }, caller);
    const payload = result?.isBulk ? data[mutation].results[0] : data[mutation];
    const object = result === undefined ? payload : payload[result.field.name];
    if (payload.userErrors.length === 0) {
      this.sent.add(mutation);
      for (const each of written) if (this.#isProved(each, item, object)) this.proved.add(nameOf(each));
    }
    return { object, userErrors: payload.userErrors };
  }

  /** Sends a mutation that must succeed. */
  async write(mutation: string, item: object, caller = this.#caller) {
    const { object, userErrors } = await this.send(mutation, item, caller);
    if (userErrors.length > 0)
      throw new Error(`${mutation} ${JSON.stringify(item)}: ${JSON.stringify(userErrors)}`);
    return object;
  }

  #isProved({ mutation, input, output }: Written, item: object, object: unknown): boolean {
    const given = valuesAt(item, input);
    const read = valuesAt(object, output);
    const isRead = (each: unknown) => read.some((value) => isSame(each, value));
    if (given.length === 0) return false;
    return mutation.endsWith('Remove') ? !given.some(isRead) : given.every(isRead);
  }
}
