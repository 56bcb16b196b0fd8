import type { Scope } from '../../auth/viewer.ts';

/** The scopes that allow a field, any one of which suffices; `open` fields need none. */
export type Rule = 'open' | readonly [Scope, ...Scope[]];

/** One rule for all fields, or one for each; `*` applies to the fields that are not listed. */
export type TypeRule = Rule | Readonly<Record<string, Rule>>;
export type Access = Readonly<Record<string, TypeRule>>;

export const open = 'open';
export const customers: Rule = ['customers:read'];
export const writesCustomers: Rule = ['customers:write'];
/** Data of source systems. */
export const imports: Rule = ['customers:import'];
export const settings: Rule = ['settings:write'];
/** Objects that customers refer to. Callers that change settings need to read them too. */
export const reference: Rule = ['customers:read', 'settings:write'];
export const admin: Rule = ['account:admin'];
/** Account users, their roles and departments. */
export const people: Rule = ['customers:read', 'account:admin'];
/** Objects of both. */
export const anyReader: Rule = ['customers:read', 'settings:write', 'account:admin'];
/** Objects of any type; each type has its own rule. */
export const nodes: Rule = ['customers:read', 'settings:write', 'account:admin', 'customers:import'];
/** The id is open, since payloads return it to callers that can only write. */
export const belongings: TypeRule = { '*': customers, id: open };
