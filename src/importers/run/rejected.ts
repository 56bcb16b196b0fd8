import type { UserError } from '../../domain/write/user-error.ts';
import type { JsonObject, Rejection, SourceRecord, Warning } from '../record.ts';
import { itemOf } from './entry.ts';
import type { ReportedKind } from './report.ts';

interface Reason {
  readonly code: string;
  readonly path: string;
  readonly message: string;
}

/** A record that was not saved: a line of the file of rejects, which `import` reads again. */
export interface Rejected {
  readonly position: string;
  readonly kind: ReportedKind;
  readonly sourceId: string | null;
  readonly errors: readonly Reason[];
  readonly raw: unknown;
  /** The values read from `raw`; null if they could not be read. */
  readonly mapped:
    | (Pick<SourceRecord, 'createdAt' | 'modifiedAt' | 'deletedAt'> & { readonly item: JsonObject })
    | null;
}

export const rejectedPart = ({ position, sourceId, raw, reason }: Rejection): Rejected => ({
  ...{ position, kind: 'unknown', sourceId, errors: [reason], raw, mapped: null },
});

/** The path of an error is in the item, that of a warning in `raw`. */
export function rejectedRecord(
  record: SourceRecord,
  errors: readonly UserError[],
  warnings: readonly Warning[] = [],
): Rejected {
  const { position, kind, sourceId, raw, createdAt, modifiedAt, deletedAt } = record;
  const reasons = [
    ...errors.map(({ code, path, message }) => ({ code, path: path.join('.'), message })),
    ...warnings.map(({ code, path, message }) => ({ code, path, message })),
  ];
  const mapped = { createdAt, modifiedAt, deletedAt, item: itemOf(record) };
  return { position, kind, sourceId, errors: reasons, raw, mapped };
}
