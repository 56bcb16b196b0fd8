import type { UserError } from '../../domain/write/user-error.ts';
import type { JsonObject, RecordKind } from '../record.ts';
import { kinds } from './kinds.ts';
import { type LeftOut, withoutFields } from './left-out.ts';
import type { Target } from './target.ts';
import type { ItemResult, Upsert } from './upserts.ts';

/** An item, and the fields that it lost. */
export interface Draft {
  /** Without the fields that are wrong. */
  readonly item: JsonObject;
  readonly left: readonly LeftOut[];
  /** Fields that may be right at the end of the run; they are in `item`. */
  readonly open: readonly LeftOut[];
  /** Values that are sent with the item at first; an item that fails is tried again without them. */
  readonly extra?: JsonObject | undefined;
}

export type Attempt =
  | { readonly kind: 'saved'; readonly draft: Draft; readonly outcome: 'CREATED' | 'UPDATED' | 'UNCHANGED' }
  /** The item as a whole may be right at the end of the run. */
  | { readonly kind: 'waiting'; readonly draft: Draft }
  | { readonly kind: 'failed'; readonly errors: readonly UserError[] };

export interface Rules {
  readonly upsert: Upsert;
  /** Whether nothing is left to wait for. */
  readonly isFinal: boolean;
  /** Rejects an item of which a field would be left out. */
  readonly isStrict: boolean;
  /** Whether the item refers to a record that a dry run would have saved. */
  readonly isDryReference: (error: UserError, item: JsonObject) => boolean;
  /** The item with what is stored besides its values. */
  readonly whole: (item: JsonObject, draft: Draft, at: number) => JsonObject;
}

/** Problems that a later record can solve. */
const mayPass = new Set(['NOT_FOUND', 'TAKEN', 'HIERARCHY_DEPTH', 'HIERARCHY_CYCLE']);

interface Try {
  readonly draft: Draft;
  /** The item that is sent: that of the draft without its open fields. */
  readonly sent: JsonObject;
}

function next(
  kind: RecordKind,
  { draft, sent }: Try,
  errors: readonly UserError[],
  { isFinal, isStrict }: Rules,
): Try | Attempt {
  const { required } = kinds[kind];
  const { left, open, extra } = draft;
  if (extra !== undefined) return { draft: { ...draft, extra: undefined }, sent };
  // Without a field that waits, others can be wrong that need it. Before that, `sent` is the whole item.
  const canWait = !isFinal && (open.length > 0 || errors.every(({ code }) => mayPass.has(code)));
  const wrong = isFinal || canWait ? errors : errors.filter(({ code }) => !mayPass.has(code));
  const rest = withoutFields(sent, wrong, required);
  if (rest === undefined || isStrict)
    return canWait ? { kind: 'waiting', draft } : { kind: 'failed', errors };
  if (canWait) return { draft: { ...draft, open: [...open, ...rest.left] }, sent: rest.item };
  return { draft: { item: rest.item, left: [...left, ...rest.left], open }, sent: rest.item };
}

const isDataError = (error: unknown): boolean =>
  error instanceof TypeError ||
  error instanceof RangeError ||
  (error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code)));

/** Finds the items that a value makes fail which no rule covers; the others are saved. */
async function upsertSafely(
  target: Target,
  upsert: Upsert,
  items: readonly JsonObject[],
): Promise<readonly ItemResult[]> {
  try {
    return await upsert(target, items);
  } catch (error) {
    if (!isDataError(error)) throw error;
    const [first, ...others] = items;
    if (first !== undefined && others.length === 0)
      return [
        {
          outcome: null,
          userErrors: [
            { code: 'INVALID', path: [], message: 'The database cannot store a value of the record.' },
          ],
        },
      ];
    const half = Math.ceil(items.length / 2);
    return [
      ...(await upsertSafely(target, upsert, items.slice(0, half))),
      ...(await upsertSafely(target, upsert, items.slice(half))),
    ];
  }
}

/** In a dry run, an item that does not name its owner is of an object that another record creates. */
const dryOutcome = (sent: JsonObject, errors: readonly UserError[]) =>
  errors.some(({ path: [field = ''] }) => sent[field] === undefined) ? 'UPDATED' : 'CREATED';

/** A field at a time can be wrong: an item has few of them. */
const maxRounds = 12;

/** Saves the items of a batch, without the fields that cannot be saved. */
export async function attempt(
  target: Target,
  kind: RecordKind,
  drafts: readonly Draft[],
  rules: Rules,
): Promise<readonly Attempt[]> {
  const attempts: Attempt[] = [];
  let tries = [...drafts.entries()].map(([at, draft]) => ({ at, draft, sent: draft.item }));
  for (let round = 1; tries.length > 0; round += 1) {
    const results = await upsertSafely(
      target,
      rules.upsert,
      tries.map(({ at, draft, sent }) => rules.whole({ ...sent, ...draft.extra }, draft, at)),
    );
    const again: typeof tries = [];
    for (const [i, each] of tries.entries()) {
      const { outcome = null, userErrors: all = [] } = results[i] ?? {};
      const { at, draft, sent } = each;
      const userErrors = all.filter((error) => !rules.isDryReference(error, sent));
      if (outcome !== null || userErrors.length === 0)
        attempts[at] = { kind: 'saved', draft, outcome: outcome ?? dryOutcome(sent, all) };
      else if (round === maxRounds) attempts[at] = { kind: 'failed', errors: userErrors };
      else {
        const after = next(kind, each, userErrors, rules);
        if ('kind' in after) attempts[at] = after;
        else again.push({ ...after, at });
      }
    }
    tries = again;
  }
  return attempts;
}
