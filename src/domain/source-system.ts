import type { Row } from '../db/model/table.ts';

export type SourceSystem = Row<'CustomerSource'>['system'];

/** The stored label of each source system. `WAREHOUSE` keeps its label because older gateways use it. */
export const sourceSystems = {
  AUGNO: 'AUGNO',
  INVENTORY_PRO: 'WAREHOUSE',
  COMMERCE_LAYER: 'COMMERCE_LAYER',
  OTHER: 'OTHER',
} as const satisfies Readonly<Record<string, SourceSystem>>;

const names = new Map<string | null, string>(
  Object.entries(sourceSystems).map(([name, label]) => [label, name]),
);

export const nameOfSystem = (system: string | null): string => names.get(system) ?? String(system);

const labels: Readonly<Record<string, SourceSystem>> = sourceSystems;

/** The label of a system; undefined if no system has the name. */
export const systemNamed = (name: string): SourceSystem | undefined =>
  Object.hasOwn(labels, name) ? labels[name] : undefined;

const labelledId = /^[^\s:][^:]*:\s*\S/;

/** A sentence about the correct form if the source id is invalid. Only ids of `OTHER` have a form. */
export function sourceIdError(system: SourceSystem, sourceId: string): string | undefined {
  if (system !== 'OTHER' || labelledId.test(sourceId)) return undefined;
  return 'A source id of the system OTHER begins with the name of that system and a colon: `hubspot:12345`.';
}
