import type { Scope } from '../../auth/viewer.ts';
import { access } from './access.ts';
import type { Access, Rule, TypeRule } from './rule.ts';

/** The rule of a given value of an input field: `extensions: { access }`. Null values need no scope. */
export type InputAccess = (value: unknown) => Rule;

/** The rule of a type's unlisted fields; undefined if each field has its own rule. */
export function typeRule(name: string, rules: Access = access): Rule | undefined {
  const rule = rules[name];
  return typeof rule === 'string' || rule === undefined || isList(rule) ? rule : rule['*'];
}

export function fieldRule(type: string, field: string, rules: Access = access): Rule | undefined {
  const rule = rules[type];
  const named = typeof rule !== 'string' && rule !== undefined && !isList(rule) ? rule[field] : undefined;
  return named ?? typeRule(type, rules);
}

const isList = (rule: TypeRule): rule is Exclude<Rule, 'open'> => Array.isArray(rule);

export const allows = (rule: Rule, scopes: readonly Scope[]): boolean =>
  rule === 'open' || rule.some((scope) => scopes.includes(scope));

export const scopesText = (scopes: readonly Scope[]): string =>
  scopes.map((scope) => `\`${scope}\``).join(' or ');

export const scopesExtension = (scopes: readonly Scope[]) =>
  scopes.length === 1 ? { scope: scopes[0] } : { scopes };
