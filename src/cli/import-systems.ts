import { augno } from '../importers/augno/mapper.ts';
import { commerceLayer } from '../importers/commerce-layer/mapper.ts';
import { gateway } from '../importers/gateway/mapper.ts';
import { inventoryPro } from '../importers/inventory-pro/mapper.ts';
import type { Mapper } from '../importers/record.ts';
import type { MatchKey } from '../importers/run/matched.ts';
import type { ImportOptions, OnNewField } from '../importers/run/run.ts';

/** The systems with documents of their own, by their arguments. */
export const importSystems: Readonly<Record<string, Mapper>> = {
  augno,
  'inventory-pro': inventoryPro,
  'commerce-layer': commerceLayer,
  gateway,
};

/** The systems that `import` reads. */
export const systemNames: readonly string[] = [...Object.keys(importSystems), 'csv'];

/** The options that imports and remaps have. */
export interface RunArguments {
  readonly map?: string;
  readonly account: string;
  readonly dryRun?: boolean;
  readonly rejects?: string;
  readonly maxRejects?: number;
  readonly strict?: boolean;
  readonly timeZone?: string;
  readonly json?: boolean;
}

export interface ImportArguments extends RunArguments {
  readonly match?: readonly MatchKey[];
  readonly complete?: boolean;
  readonly onNewField: OnNewField;
}

export interface RemapArguments extends RunArguments {
  readonly all?: boolean;
}

export const runOptions = (given: RunArguments & Partial<ImportArguments>): ImportOptions => {
  const {
    dryRun = false,
    strict = false,
    complete = false,
    match = [],
    onNewField = 'warn',
    maxRejects,
  } = given;
  const options = { isDry: dryRun, isStrict: strict, isComplete: complete, match, onNewField };
  return maxRejects === undefined ? options : { ...options, maxRejects };
};
