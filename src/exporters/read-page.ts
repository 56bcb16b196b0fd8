import type { ListName } from '../db/model/field-group.ts';
import { typeOfId } from '../db/model/id.ts';
import { type ModelName, type Row, table } from '../db/model/table.ts';
import { readCounts } from '../db/read/page.ts';
import { type ColumnSet, readRows } from '../db/read/statement.ts';
import type { Session } from '../db/wire/session.ts';
import { listIn } from '../domain/customer/derive/values.ts';
import { sourced, sourcedModels } from '../domain/source/sourced.ts';
import {
  type CustomerRow,
  type ListedModel,
  newestFirst,
  ownModels,
  type Page,
  type SourceLink,
  shopModels,
  sortedLinks,
} from './page.ts';

/** The rows that a form needs besides those of each customer and those that these refer to. */
export interface Needs {
  readonly children?: boolean;
  readonly shopRecords?: boolean;
}

/** The models whose rows are read if a row refers to them. */
const followed: ReadonlySet<ModelName> = new Set<ModelName>([
  ...(['AccountGroup', 'AccountUser', 'Carrier', 'Customer', 'CustomerGroup', 'Department'] as const),
  ...(['Geolocation', 'Order', 'PaymentTerm', 'Priority', 'Role', 'ServiceLevel'] as const),
  ...(['ShippingTerm', 'Tag', 'Unit', 'User'] as const),
]);

interface Followed {
  readonly field: string;
  readonly other: ModelName;
}

/** The fields of a model with the ids of rows to read. */
function referencesOf(model: ModelName): readonly Followed[] {
  const { columns, references } = table(model);
  return references.flatMap(({ model: other, columns: pairs }) =>
    columns
      .filter(({ column }) => pairs[column] === 'id' && followed.has(other))
      .map(({ name: field }) => ({ field, other })),
  );
}

const linkColumns: readonly (keyof SourceLink)[] = [
  ...(['system', 'sourceId', 'seenAt', 'goneAt', 'sourceCreatedAt', 'sourceModifiedAt'] as const),
];

const countedOrders = {
  name: 'Customer.totalOrdersCount',
  model: 'Order',
  by: 'customerId',
  only: { equal: { status: ['PLACED', 'APPROVED'] } },
  order: [{ field: 'createdAt', descending: true }],
} as const;

type AnyRow = Readonly<Record<string, unknown>>;

function addTo<V>(lists: Map<string, V[]>, key: unknown, value: V): void {
  const list = lists.get(String(key));
  if (list === undefined) lists.set(String(key), [value]);
  else list.push(value);
}

class PageReader implements Page {
  readonly customers: readonly CustomerRow[];
  readonly #session: Session;
  /** By id, which is unique among all models. */
  readonly #rows = new Map<string, AnyRow>();
  readonly #lists = new Map<string, AnyRow[]>();
  readonly #children = new Map<string, AnyRow[]>();
  readonly #links = new Map<string, SourceLink[]>();
  readonly #withPassword = new Set<string>();
  readonly #tags = new Map<string, AnyRow>();
  #counts: ReadonlyMap<string, number> = new Map();
  #missing = new Map<ModelName, Set<string>>();

  constructor(session: Session, customers: readonly CustomerRow[]) {
    this.#session = session;
    this.customers = customers;
  }

  async read({ children, shopRecords }: Needs): Promise<void> {
    const ids = this.customers.map(({ id }) => id);
    this.#add('Customer', this.customers);
    this.#require('AccountGroup', this.#stated('priceGroups'));
    await Promise.all([
      ...[...ownModels, ...(shopRecords ? shopModels : [])].map((model) => this.#readList(model, ids)),
      ...(children ? [this.#readChildren(ids)] : []),
      this.#readPasswords(ids),
      this.#readTags(this.#stated('tags')),
      this.#readOrderCounts(),
    ]);
    while (this.#missing.size > 0) await this.#readMissing();
    await this.#readLinks();
  }

  one<M extends ModelName>(_model: M, id: string | null): Row<M> | null {
    return id === null ? null : ((this.#rows.get(id) as Row<M> | undefined) ?? null);
  }

  tag(name: string): Row<'Tag'> | null {
    return (this.#tags.get(name) as Row<'Tag'> | undefined) ?? null;
  }

  listed<M extends ListedModel>(model: M, customerId: string): readonly Row<M>[] {
    // The lists of a model have its rows.
    return (this.#lists.get(`${model} ${customerId}`) ?? []) as unknown as readonly Row<M>[];
  }

  children(customerId: string): readonly CustomerRow[] {
    return (this.#children.get(customerId) ?? []) as unknown as readonly CustomerRow[];
  }

  links(id: string): readonly SourceLink[] {
    return sortedLinks(this.#links.get(id) ?? []);
  }

  hasPassword(customerId: string): boolean {
    return this.#withPassword.has(customerId);
  }

  ordersCount({ id, totalOrdersCount }: CustomerRow): number {
    return totalOrdersCount ?? this.#counts.get(id) ?? 0;
  }

  #rowsBy(model: ModelName, by: string, keys: readonly string[], columns?: ColumnSet) {
    return readRows(this.#session, model, by as never, keys, columns) as Promise<readonly AnyRow[]>;
  }

  /** Keeps the rows, and the ids of other rows that these refer to. */
  #add(model: ModelName, rows: readonly AnyRow[]): void {
    for (const row of rows) if (typeof row.id === 'string') this.#rows.set(row.id, row);
    for (const { other, field } of referencesOf(model))
      this.#require(
        other,
        rows.map((row) => row[field]),
      );
  }

  #require(model: ModelName, ids: readonly unknown[]): void {
    for (const id of ids)
      if (typeof id === 'string' && !this.#rows.has(id)) {
        const known = this.#missing.get(model) ?? new Set();
        this.#missing.set(model, known.add(id));
      }
  }

  async #readList(model: ListedModel, ids: readonly string[]): Promise<void> {
    const rows = await this.#rowsBy(model, 'customerId', ids);
    this.#add(model, rows);
    for (const row of newestFirst(rows)) addTo(this.#lists, `${model} ${row.customerId}`, row);
  }

  async #readChildren(ids: readonly string[]): Promise<void> {
    const rows = await this.#rowsBy('Customer', 'parentId', ids);
    for (const row of newestFirst(rows)) {
      this.#rows.set(String(row.id), row);
      addTo(this.#children, row.parentId, row);
    }
  }

  #stated(list: ListName): readonly string[] {
    return [...new Set(this.customers.flatMap(({ stated = {} }) => listIn(stated, list)))];
  }

  async #readTags(names: readonly string[]): Promise<void> {
    for (const row of await this.#rowsBy('Tag', 'name', names)) this.#tags.set(String(row.name), row);
  }

  async #readPasswords(ids: readonly string[]): Promise<void> {
    const columns = new Set(['customerId']);
    const rows = await this.#rowsBy('ShopperCredential', 'customerId', ids, columns);
    for (const { customerId } of rows) this.#withPassword.add(String(customerId));
  }

  async #readOrderCounts(): Promise<void> {
    const uncounted = this.customers.filter(({ totalOrdersCount }) => totalOrdersCount === null);
    const ids = uncounted.map(({ id }) => id);
    this.#counts = await readCounts(this.#session, countedOrders, { where: {}, cap: null }, ids);
  }

  async #readMissing(): Promise<void> {
    const missing = [...this.#missing];
    this.#missing = new Map();
    await Promise.all(
      missing.map(async ([model, ids]) => {
        const rows = await this.#rowsBy(model, 'id', [...ids]);
        // Of a parent, only its own row is needed.
        if (model === 'Customer') for (const row of rows) this.#rows.set(String(row.id), row);
        else this.#add(model, rows);
      }),
    );
  }

  async #readLinks(): Promise<void> {
    const ids = new Map<string, string[]>();
    for (const id of this.#rows.keys()) addTo(ids, typeOfId(id), id);
    const read = async (
      model: 'CustomerSource' | 'ObjectSource',
      column: string,
      keys: readonly string[],
    ) => {
      const rows = await this.#rowsBy(model, column, keys, new Set([column, ...linkColumns]));
      // Both models have the columns of a link.
      for (const row of rows) addTo(this.#links, row[column], row as unknown as SourceLink);
    };
    await Promise.all([
      read('CustomerSource', 'customerId', ids.get('Customer') ?? []),
      ...sourcedModels.flatMap((model) => {
        const keys = ids.get(model);
        return keys === undefined ? [] : [read('ObjectSource', sourced[model].column, keys)];
      }),
    ]);
  }
}

/** The rows of some customers, in a number of statements that does not depend on the number of rows. */
export async function readPage(
  session: Session,
  customers: readonly CustomerRow[],
  needs: Needs,
): Promise<Page> {
  const reader = new PageReader(session, customers);
  await reader.read(needs);
  return reader;
}
