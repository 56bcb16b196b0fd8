import { expect } from 'vitest';
import type { Caller } from '../../gateway.ts';
import type { UserError } from '../../mutation.ts';
import type { Command } from './draw-command.ts';
import { isBulk } from './expect.ts';
import { modelFault, publicInput } from './public-input.ts';
import { ordersOf } from './shop.ts';
import type { Answer, State } from './state.ts';
import { customerOf, relationshipOf } from './state.ts';

const customer = `customer { id version number name active relationshipType metadata
  billToAddress { id } shipToAddress { id } addresses(first: 100) { nodes { id } } parentAccount { id } shopper { email totalOrdersCount }
  tags(first: 20) { nodes { name } } priceGroups(first: 20) { nodes { id } } events(last: 1) { totalCount nodes { changes { field newValue } } } }`;

const typeOf = (name: string): string => {
  const input = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  if (/^customer(Discontinue|Reactivate)$/.test(name)) return 'CustomerVersionInput';
  if (/^customer(PriceGroups|Tags)(Add|Remove)$/.test(name))
    return name.includes('Tags') ? 'CustomerTagsInput' : 'CustomerPriceGroupsInput';
  if (name === 'customerMetadataPatch') return 'CustomerMetadataInput';
  return name.endsWith('Delete') && !/^customer(Address|Record)/.test(name) ? 'DeleteInput' : input;
};

function selectionOf(name: string): string {
  if (name === 'survivorshipRulesSet') return 'customersChanged userErrors { code path }';
  if (name.endsWith('Delete')) return 'deletedId userErrors { code path }';
  if (name === 'customersUpsert') return `results { ${customer} outcome userErrors { code path } }`;
  if (name === 'customerAddressesUpsert')
    return 'results { address { id } outcome userErrors { code path } }';
  if (isBulk(name))
    return `results { ${name.slice(0, -'sUpsert'.length)} { id } outcome userErrors { code path } }`;
  const [, kind = 'customer'] = /^(?:customer)?(address|[a-z]\w*?)(?:Create|Update)$/i.exec(name) ?? [];
  const field = name.startsWith('customerAddress') ? 'address { id }' : `${kind} { id }`;
  const isCustomer = name.startsWith('customer') && !name.startsWith('customerAddress');
  const outcome = name === 'customerUpsert' ? 'outcome' : '';
  return `${isCustomer ? customer : field} ${outcome} userErrors { code path }`;
}

interface Payload extends Readonly<Record<string, unknown>> {
  readonly userErrors: readonly UserError[];
  readonly outcome?: string | null;
  readonly customersChanged?: number | null;
}

/** A payload in the model's form. */
export interface Told {
  readonly answer: Answer;
  /** Undefined if the payload has no customer. */
  readonly customer: Shown | null | undefined;
}

// biome-ignore lint/suspicious/noExplicitAny: the selection determines the shape
type Shown = Readonly<Record<string, any>>;

function told(command: string, payload: Payload): Told {
  const { userErrors, outcome, customersChanged, ...rest } = payload;
  const [[name, value] = ['', null]] = Object.entries(rest);
  const row = value as Shown | string | null;
  const id = row === null || typeof row === 'string' ? row : row.id;
  const faults = userErrors
    .map(({ code, path }) => modelFault(command, `${code} ${path.join('.')}`.trim()))
    .sort();
  return {
    answer: {
      ...{ id, faults },
      ...(outcome !== undefined && { outcome }),
      ...(customersChanged !== undefined && { customersChanged }),
    },
    customer: name === 'customer' ? (value as Shown | null) : undefined,
  };
}

/** Error paths start at the call's input; the model's start at the item, except that of the call's key. */
function belowItem(path: readonly string[], at: number): readonly string[] {
  if (path[0] === 'idempotencyKey') return path;
  expect(path.slice(0, 2)).toEqual(['items', String(at)]);
  return path.slice(2);
}

/** Sends a write; returns its payload, or its payloads for a bulk call. */
export async function perform(us: Caller, { name, input }: Command): Promise<readonly Told[]> {
  const { data, errors } = await us.execute(
    `mutation ($input: ${typeOf(name)}!) { ${name}(input: $input) { ${selectionOf(name)} } }`,
    { input: publicInput({ name, input }) },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  if (!isBulk(name)) return [told(name, data[name])];
  const results: readonly Payload[] = data[name].results;
  return results.map((payload, at) => {
    const { answer, ...rest } = told(name, {
      ...payload,
      userErrors: payload.userErrors.map((each) => ({ ...each, path: belowItem(each.path, at) })),
    });
    return { ...rest, answer };
  });
}

/** The id of the row in a payload: null for rows deleted since, and the target for merged ones. */
export function idShown(
  { customers, addresses, aliases, settings }: State,
  id: string | null,
): string | null {
  const now = aliases[String(id)] ?? id;
  const all = [customers, addresses, ...Object.values(settings)].flat();
  return all.some((row) => row.id === now) ? now : null;
}

const ids = (list: readonly string[]) => [...list].sort();

/** The fields of a customer in a payload, from the model. */
export function shownOf(state: State, id: string): Shown | null {
  const found = customerOf(state, id);
  if (found === undefined) return null;
  const { values, tags, priceGroups, events, version, active } = found;
  const at = (path: string) => (values[path] === null ? null : { id: values[path] });
  return {
    ...{ id: found.id, version, active, number: values.number, name: values.name, metadata: values.metadata },
    relationshipType: relationshipOf(state, found),
    ...{
      billToAddress: at('billToAddressId'),
      shipToAddress: at('shipToAddressId'),
      parentAccount: at('parentId'),
    },
    shopper:
      values['shopper.email'] === null
        ? null
        : { email: values['shopper.email'], totalOrdersCount: ordersOf(state, found) },
    addresses: {
      nodes: ids(state.addresses.flatMap((each) => (each.customerId === found.id ? each.id : []))).map(
        (each) => ({
          id: each,
        }),
      ),
    },
    tags: { nodes: ids(tags).map((name) => ({ name })) },
    priceGroups: { nodes: ids(priceGroups).map((group) => ({ id: group })) },
    events: { totalCount: events.length },
  };
}

/** The payload's lists in the model's order: they are sets. */
export function inOrder(shown: Shown | null | undefined): Shown | null | undefined {
  if (shown == null) return shown;
  const names: readonly { readonly name: string }[] = shown.tags.nodes;
  const groups: readonly { readonly id: string }[] = shown.priceGroups.nodes;
  const addresses: readonly { readonly id: string }[] = shown.addresses.nodes;
  return {
    ...shown,
    addresses: { nodes: ids(addresses.map(({ id }) => id)).map((id) => ({ id })) },
    tags: { nodes: ids(names.map(({ name }) => name)).map((name) => ({ name })) },
    priceGroups: { nodes: ids(groups.map(({ id }) => id)).map((id) => ({ id })) },
    events: { totalCount: shown.events.totalCount },
  };
}
