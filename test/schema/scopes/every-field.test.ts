import { expect, test } from 'vitest';
import type { Scope } from '../../../src/auth/viewer.ts';
import * as add from '../../builders.ts';
import { askerOf, openScoped, type ScopedAnswer, scopeSets } from './gateway.ts';
import { fieldsOf, type Operation, objectTypes, operationsFor } from './operations.ts';
import { ofType, required } from './oracle.ts';

const database = await openScoped();
const { id: accountId } = await add.addAccount(database.db);
const ask = {
  plans: askerOf(database, accountId),
  'graphql-js': askerOf(database, accountId, true),
};

interface Forbidden {
  readonly path: readonly (string | number)[];
  readonly message?: string;
  readonly scopes: readonly Scope[];
}

const isAllowed = (needed: readonly Scope[] | null, scopes: readonly Scope[]): boolean =>
  needed === null || needed.some((scope) => scopes.includes(scope));

const named = (needed: readonly Scope[]): string => needed.map((scope) => `\`${scope}\``).join(' or ');

/** The fields of an operation that a caller cannot select. */
function forbiddenIn({ steps }: Operation, scopes: readonly Scope[]): readonly Forbidden[] {
  const seen = new Set<string>();
  return steps.flatMap(({ type, field }, at) => {
    const needed = required(type, field);
    const coordinate = `${type}.${field}`;
    if (needed === null || isAllowed(needed, scopes) || seen.has(coordinate)) return [];
    seen.add(coordinate);
    const message = `\`${coordinate}\` requires the scope ${named(needed)}.`;
    const toList = steps.findIndex((step) => step.isList);
    const length = (toList === -1 ? at : Math.min(at, toList)) + 1;
    return { path: steps.slice(0, length).map((step) => step.field), message, scopes: needed };
  });
}

/** The lookups that a caller cannot make, though it can select the field. */
function hiddenFrom({ lookUp }: Operation, scopes: readonly Scope[]): readonly Forbidden[] {
  if (lookUp === undefined) return [];
  const needed = ofType(lookUp.type);
  return isAllowed(needed, scopes) ? [] : [{ path: lookUp.path, scopes: needed }];
}

const told = ({ errors }: ScopedAnswer): readonly Forbidden[] =>
  errors
    .filter(({ extensions }) => extensions.code === 'FORBIDDEN')
    .map(({ path = [], message, extensions: { scope, scopes = [] } }) => ({
      path,
      message,
      scopes: scope === undefined ? scopes : [scope],
    }));

const withoutMessage = ({ path, scopes }: Forbidden): Forbidden => ({ path, scopes });

/** The fault of a response; undefined if it is right. */
function faultOf(answer: ScopedAnswer, operation: Operation, scopes: readonly Scope[]): object | undefined {
  const forbidden = forbiddenIn(operation, scopes);
  const hidden = forbidden.length > 0 ? [] : hiddenFrom(operation, scopes);
  const isRight =
    forbidden.length > 0
      ? JSON.stringify(told(answer)) === JSON.stringify(forbidden) &&
        answer.errors.length === forbidden.length &&
        answer.data === undefined &&
        answer.statements === 0
      : JSON.stringify(told(answer).map(withoutMessage)) === JSON.stringify(hidden) &&
        (hidden.length === 0 || answer.statements === 0);
  return isRight ? undefined : { operation: operation.text, scopes, answer, forbidden, hidden };
}

const accept = { query: 'application/json', mutation: 'application/json', subscription: 'text/event-stream' };

test.for(objectTypes)(
  '$name: each field with no scope, each scope alone, all but one, and all',
  async (type) => {
    const faults: object[] = [];
    let count = 0;
    for (const operation of fieldsOf(type).flatMap((field) => operationsFor(type, field)))
      for (const [at, scopes] of scopeSets.entries()) {
        const executor = (count + at) % 2 === 0 ? 'plans' : 'graphql-js';
        const answer = await ask[executor](scopes, operation.text, { accept: accept[operation.kind] });
        faults.push(...[faultOf(answer, operation, scopes)].flatMap((fault) => fault ?? []));
        count += 1;
      }

    expect(faults).toEqual([]);
    expect(count).toBeGreaterThanOrEqual(fieldsOf(type).length * scopeSets.length);
  },
);
