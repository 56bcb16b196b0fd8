import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Viewer } from '../../auth/viewer.ts';
import type { Db } from '../../db/client.ts';
import type { Session } from '../../db/wire/session.ts';
import { coded, errorCodes } from '../../error-codes.ts';
import { pageSizes } from '../../execution/plan/page-sizes.ts';
import type { RequestPlan } from '../../execution/plan/request-plan.ts';
import type { Limits } from '../../limits.ts';
import type { Subject } from '../../observe/observer.ts';
import { scopesExtension, scopesText } from '../../schema/build/access-rules.ts';
import type { Signal } from '../../signal.ts';
import { rejected } from '../rejection.ts';
import { type ExplainedField, ExplainedStatements } from './explained-statements.ts';

const required = ['account:admin'] as const;

const forbidden = () =>
  new GraphQLError(`\`extensions.explain\` requires the scope ${scopesText(required)}.`, {
    extensions: coded('FORBIDDEN', {
      ...scopesExtension(required),
      http: { status: errorCodes.FORBIDDEN.status },
    }),
  });

const ofSubscription = () =>
  rejected({
    code: 'BAD_REQUEST',
    message: '`extensions.explain` is for queries and mutations; omit it for a subscription.',
  });

/** The reasons why a caller's operation cannot be explained. */
export function unexplained({ scopes }: Viewer, type: string): readonly GraphQLError[] {
  if (!required.some((scope) => scopes.includes(scope))) return [forbidden()];
  return type === 'subscription' ? [ofSubscription()] : [];
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** PostgreSQL's estimated cost; undefined if the statement cannot be planned again. */
async function planCost(session: Session, { text, values }: Subject): Promise<number | undefined> {
  try {
    const rows = await session.send({ text: `explain (format json) ${text}`, values });
    const [{ Plan: plan }] = JSON.parse(rows.map(([line]) => line).join('\n'));
    return Number(plan['Total Cost']);
  } catch {
    // For example, its table or role is different within the write's transaction.
    return undefined;
  }
}

async function planCosts(session: Session, subjects: readonly Subject[]): Promise<number | null> {
  const costs = await Promise.all(subjects.map((subject) => planCost(session, subject)));
  const known = costs.filter((cost) => cost !== undefined);
  return known.length === 0 ? null : rounded(known.reduce((sum, cost) => sum + cost, 0));
}

const fieldOf = async (session: Session, { path, alsoFor, statements }: ExplainedField) => ({
  path,
  ...(alsoFor.length > 0 && { alsoFor }),
  statements: await Promise.all(
    [...statements.values()].map(async ({ subjects, milliseconds, ...rest }) => ({
      ...rest,
      milliseconds: rounded(milliseconds),
      planCost: await planCosts(session, subjects),
    })),
  ),
});

interface Explained {
  readonly db: Db;
  readonly viewer: Viewer;
  readonly signal: Signal;
  readonly limits: Limits;
}

/** The explanation of one request; its tracer must see the execution. */
export class Explanation {
  readonly tracer = new ExplainedStatements();
  readonly #pages: ReturnType<typeof pageSizes>;
  readonly #explained: Explained;
  readonly #since = performance.now();

  constructor(request: RequestPlan, explained: Explained) {
    this.#pages = pageSizes(request);
    this.#explained = explained;
  }

  /** Call it after the execution: the statements are planned for the same account, and not executed. */
  async addTo(result: ExecutionResult): Promise<ExecutionResult> {
    const milliseconds = rounded(performance.now() - this.#since);
    return { ...result, extensions: { ...result.extensions, explain: await this.#extension(milliseconds) } };
  }

  async #extension(milliseconds: number): Promise<object> {
    const { db, viewer, signal, limits } = this.#explained;
    const { fields, count, rows, omitted } = this.tracer;
    const session = db.$session({ accountId: viewer.accountId, caller: viewer.caller }, signal);
    return {
      milliseconds,
      statements: count,
      rows,
      fields: await Promise.all([...fields.values()].map((field) => fieldOf(session, field))),
      pageSizes: this.#pages.fields,
      maxCost: limits.cost,
      omitted: { ...omitted, pageSizes: this.#pages.omitted },
    };
  }
}
