import { createHash } from 'node:crypto';
import { type DocumentNode, Kind, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { Viewer } from '../../auth/viewer.ts';
import type { Variables } from '../../execution/plan/plan.ts';
import type { Operation } from '../operation/operation.ts';

/** The argument of a subscription's field that only sets where a receiver starts. */
const startArgument = 'after';

interface Identity {
  /** The document's text without its cursors. */
  readonly text: string;
  /** Variables that affect the content of events. */
  readonly variables: readonly string[];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const identities = new WeakMap<Operation, Identity>();

/** The literal cursors of the document, and the variables used only as a start cursor. */
function startsOf({ schema, document }: Pick<Operation, 'schema' | 'document'>) {
  const info = new TypeInfo(schema);
  const literals: Span[] = [];
  const starts = new Set<string>();
  const others = new Set<string>();
  visit(
    document,
    visitWithTypeInfo(info, {
      VariableDefinition: () => false,
      Argument({ name, value }) {
        if (name.value !== startArgument || info.getParentType() !== schema.getSubscriptionType()) return;
        if (value.kind === Kind.VARIABLE) starts.add(value.name.value);
        else if (value.kind === Kind.STRING && !value.block && value.loc) literals.push(value.loc);
        else return;
        return false;
      },
      Variable: ({ name }) => void others.add(name.value),
    }),
  );
  return { literals, starts: [...starts].filter((name) => !others.has(name)) };
}

/** The text without the cursors. Their lengths stay in the text, because they affect the locations in errors. */
function textWithout(document: DocumentNode, literals: readonly Span[]): string {
  const text = document.loc?.source.body ?? '';
  let from = 0;
  let rest = '';
  for (const { start, end } of literals) {
    rest += `${text.slice(from, start)}<${end - start}>`;
    from = end;
  }
  return rest + text.slice(from);
}

function identityOf(operation: Operation): Identity {
  const known = identities.get(operation);
  if (known !== undefined) return known;
  const { literals, starts } = startsOf(operation);
  const names = (operation.operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  const identity = {
    text: textWithout(operation.document, literals),
    variables: names.filter((name) => !starts.includes(name)),
  };
  identities.set(operation, identity);
  return identity;
}

/** Contains everything that an event can depend on: subscriptions with the same key share events. */
export function sharedKey(
  operation: Operation,
  variables: Variables,
  { accountId, scopes }: Pick<Viewer, 'accountId' | 'scopes'>,
): string {
  const { text, variables: names } = identityOf(operation);
  const given = names.flatMap((name) => (Object.hasOwn(variables, name) ? [[name, variables[name]]] : []));
  const parts = [accountId, scopes.toSorted(), operation.operation.name?.value ?? null, text, given];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64');
}
