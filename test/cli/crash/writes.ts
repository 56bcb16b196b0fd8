import { word } from '../../builders.ts';

/** A write as it is sent; repeating it sends the same write. */
export interface Write {
  readonly query: string;
  readonly variables: object;
  /** Unique per write: the idempotency key, which is also the note, the tag and the name that it writes. */
  readonly labels: readonly string[];
}

export interface Result {
  readonly customer: { readonly id: string } | null;
  readonly outcome?: string | null;
  readonly userErrors: readonly object[];
}

const said = 'customer { id } userErrors { code message path }';
const billToAddress = { name: 'Dock', streetLine1: '1 Pier Road', country: 'US' };

export const prefix = 'crash-';
const newLabel = (): string => `${prefix}${word()}`;
const marks = (label: string) => ({ note: label, tags: [label], idempotencyKey: label });

const writeOf = (mutation: string, selection: string, labels: readonly string[], input: object): Write => ({
  query: `mutation ($input: C${mutation.slice(1)}Input!) { result: ${mutation}(input: $input) { ${selection} } }`,
  variables: { input },
  labels,
});

function create(): Write {
  const label = newLabel();
  return writeOf('customerCreate', said, [label], { name: label, billToAddress, ...marks(label) });
}

function update(id: string): Write {
  const label = newLabel();
  return writeOf('customerUpdate', said, [label], { by: { id }, ...marks(label) });
}

/** With its own upsert key, or with one shared by all writes. */
function upsert(reference?: string): Write {
  const label = newLabel();
  const by = { reference: { reference: reference ?? label } };
  const input = { by, name: label, billToAddress, ...marks(label) };
  return writeOf('customerUpsert', `outcome ${said}`, [label], input);
}

function bulk(): Write {
  const labels = Array.from({ length: 20 }, newLabel);
  const items = labels.map((label) => ({
    by: { number: label },
    name: label,
    billToAddress,
    ...marks(label),
  }));
  return writeOf('customersUpsert', `results { outcome ${said} }`, labels, { items });
}

/** All kinds in rotation; an update changes the row of the previous write. */
export function nextWrite(at: number, last: string | undefined): Write {
  switch (at % 5) {
    case 0:
      return create();
    case 1:
      return upsert();
    case 2:
      return bulk();
    case 3:
      return upsert(`${prefix}shared`);
    default:
      return last === undefined ? create() : update(last);
  }
}

export interface Answer {
  /** Undefined without a response, or if the response does not say whether the write was executed. */
  readonly results?: readonly Result[];
  /** The codes of the errors. */
  readonly codes: readonly string[];
}

interface Body {
  readonly data?: { readonly result: Result | { readonly results: readonly Result[] } } | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

export async function send(url: string, { query, variables }: Write): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  const { data, errors } = (await response.json()) as Body;
  if (errors !== undefined || !data)
    return { codes: (errors ?? []).map(({ extensions }) => extensions.code) };
  return { results: 'results' in data.result ? data.result.results : [data.result], codes: [] };
}

/** Sends a write to a gateway that may have been killed, so the outcome can be unknown. */
export const sendInto = (url: string, write: Write): Promise<Answer> =>
  send(url, write).catch(() => ({ codes: [] }));
