import type { MatchKey } from '../importers/run/match-keys.ts';
import type { ImportOptions, OnNewField } from '../importers/run/run.ts';

/** The systems that `import` reads; all but CSV tables have documents of their own. */
export const systemNames = ['augno', 'inventory-pro', 'commerce-layer', 'gateway', 'csv'] as const;
export type SystemName = (typeof systemNames)[number];

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
