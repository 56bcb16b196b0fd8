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

/** Whether every caller allowed by the first rule is allowed by the second. */
export const isAsStrict = (rule: Rule, other: Rule): boolean =>
  other === 'open' || (rule !== 'open' && rule.every((scope) => other.includes(scope)));

/** The rule of a relation in a filter of one type to another; undefined if the filter's callers may read both. */
export function relationRule(from: string, to: string, rules: Access = access): Rule | undefined {
  const [own, theirs] = [typeRule(from, rules) ?? 'open', typeRule(to, rules) ?? 'open'];
  return isAsStrict(own, theirs) ? undefined : theirs;
}

export const scopesText = (scopes: readonly Scope[]): string =>
  scopes.map((scope) => `\`${scope}\``).join(' or ');

export const scopesExtension = (scopes: readonly Scope[]) =>
  scopes.length === 1 ? { scope: scopes[0] } : { scopes };
