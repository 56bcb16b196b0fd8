import { rowText } from './row-text.ts';
import {
  type Answer,
  canonical,
  type Input,
  linkOf,
  madeId,
  type Setting,
  type State,
  settingOf,
  Wrong,
} from './state.ts';
import { readNeeded } from './texts.ts';

/** An item of a bulk upsert, while it is read. */
export interface Item {
  readonly input: Input;
  /** The state without the effects of the call. */
  readonly before: State;
  readonly wrong: Wrong;
  /** The items of the call before this one, except those whose rows are unknown. */
  readonly earlier: Item[];
}

/** How the items of one kind are read. */
export interface BulkKind {
  /** Checks what an item refers to, before its row is found. */
  readonly resolve?: (item: Item) => void;
  /** The rows that an item without a known source record can be, from the best to the worst group; absent: none. */
  readonly named?: (item: Item) => readonly (readonly Setting[])[] | undefined;
  readonly blank: Input;
  /** Reads the fields into the row. `current` is undefined for a new row. */
  readonly read: (state: State, item: Item, row: Setting, current: Setting | undefined) => void;
  readonly saved?: (state: State, item: Item, row: Setting) => void;
}

/** The objects that the items of a call name. */
class Call {
  readonly #kind: string;
  readonly #taken = new Set<string>();
  readonly #links: Record<string, string>;

  constructor(kind: string, { links }: State) {
    this.#kind = kind;
    this.#links = { ...links };
  }

  isFree(keys: readonly string[]): boolean {
    const isFree = !keys.some((key) => this.#taken.has(key));
    for (const key of keys) this.#taken.add(key);
    return isFree;
  }

  hasRecordOf(system: unknown, id: string): boolean {
    const prefix = `${this.#kind} ${system} `;
    return Object.entries(this.#links).some(([link, to]) => to === id && link.startsWith(prefix));
  }

  link(record: string, id: string): void {
    this.#links[record] = id;
  }
}

interface Match {
  readonly current: Setting | undefined;
  readonly record: string | undefined;
}

/** The row that an item matches; undefined if it fails. */
function match(kind: string, type: BulkKind, item: Item, call: Call): Match | undefined {
  const { input, before, wrong } = item;
  const source = input.source as Input | null | undefined;
  const sourceId = source && readNeeded(source.sourceId, { max: 255 }, ['source', 'sourceId'], wrong);
  const record = source && sourceId ? linkOf(kind, source.system, sourceId) : undefined;
  const groups = source && !record ? undefined : type.named?.(item);
  if (source == null && groups === undefined && wrong.none) wrong.add('REQUIRED', 'source');
  if (record === undefined && groups === undefined) return undefined;
  const linked = record && before.links[record];
  const best = (linked ? [] : (groups ?? [])).find((rows) => rows.length > 0) ?? [];
  const free = best.filter(({ id }) => source == null || !call.hasRecordOf(source.system, id));
  if (free.length > 1) wrong.add('AMBIGUOUS', 'name');
  const id = linked ?? (free.length === 1 ? free[0]?.id : undefined);
  const name = id === undefined && record === undefined ? [`name ${nameOf(item)}`] : [];
  if (!call.isFree([...(record ? [record] : []), ...(id ? [id] : []), ...name])) {
    wrong.add('TAKEN', source == null ? 'name' : 'source');
    return undefined;
  }
  if (free.length > 1) return undefined;
  if (id !== undefined && record !== undefined) call.link(record, id);
  return { current: settingOf(before, kind, id), record };
}

const nameOf = ({ input: { name, carrier, serviceLevelToken } }: Item): string =>
  canonical([carrier ? name : String(name).trim().toLowerCase(), carrier, serviceLevelToken]);

function upsertOne(state: State, kind: string, type: BulkKind, item: Item, call: Call): Answer {
  const { wrong } = item;
  type.resolve?.(item);
  const found = match(kind, type, item, call);
  const failed = () => ({ id: null, outcome: null, faults: [...new Set(wrong.found)].sort() });
  if (found === undefined) return failed();
  const { current, record } = found;
  const row: Setting = current
    ? structuredClone(current)
    : { id: madeId(state, kind), own: true, ...type.blank };
  type.read(state, item, row, current);
  item.earlier.push(item);
  if (!wrong.none) return failed();
  const isLinked = record === undefined || item.before.links[record] === row.id;
  const isSame = current !== undefined && rowText(row) === rowText(current) && isLinked;
  if (record !== undefined) state.links[record] = row.id;
  const rows = state.settings[kind] ?? [];
  const at = rows.findIndex(({ id }) => id === row.id);
  if (at < 0) rows.push(row);
  else rows[at] = row;
  type.saved?.(state, item, row);
  const outcome = current === undefined ? 'CREATED' : isSame ? 'UNCHANGED' : 'UPDATED';
  return { id: row.id, outcome, faults: [] };
}

/** A call: names match the rows before it; the problems of one item stop no other. */
export const bulkUpsert =
  (kind: string, type: BulkKind) =>
  (state: State, { items }: Input): readonly Answer[] => {
    const before = structuredClone(state);
    const call = new Call(kind, before);
    const earlier: Item[] = [];
    return (items as readonly Input[]).map((input) =>
      upsertOne(state, kind, type, { input, before, wrong: new Wrong(), earlier }, call),
    );
  };
