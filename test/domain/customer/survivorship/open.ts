import { createDb, type Db } from '../../../../src/db/client.ts';
import { openRuns, rederiveBatch } from '../../../../src/domain/customer/survivorship/rederive.ts';
import type { Caller, TestGateway } from '../../../gateway.ts';
import { mutate, type Result } from '../../../mutation.ts';
import { augno, openCallers, shop } from '../derive/callers.ts';

export interface Sourced {
  readonly id: string;
  readonly augno: object;
  readonly shop: object;
}

export interface Rules extends TestGateway {
  readonly accountId: string;
  readonly service: Caller;
  readonly person: Caller;
  readonly served: Db;
  upsert(by: object, input: object): Promise<Result>;
  /** A customer of which Augno has the first record and the shop the second. */
  twoSources(first: object, second: object): Promise<Sourced>;
  set(rules: readonly object[], more?: object, caller?: Caller): Promise<Result>;
  /** Runs batches until all runs have ended; returns their number. */
  rederive(db?: Db): Promise<number>;
  read(id: string): Promise<Result>;
  run(): Promise<Result>;
}

const selection = `rules { fieldGroup kind systems isDefault } run { state total derived changed }
  customersChanged sample { customer { id } fieldGroup metadataKey oldValue newValue }`;

export async function openRules(): Promise<Rules> {
  const gateway = await openCallers();
  const { serving, service } = gateway;
  const served = createDb(serving);
  const upsert = (by: object, input: object) => mutate(service, 'customerUpsert', { by, ...input });
  const read = async (query: string, variables?: object) => {
    const { data, errors } = await service.execute(query, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  return {
    ...gateway,
    ...{ served, upsert },
    async twoSources(first, second) {
      const sources = { augno: augno(), shop: shop() };
      const { customer } = await upsert({ source: sources.augno }, first);
      await mutate(service, 'customerSourceAdd', { by: { id: customer.id }, source: sources.shop });
      await upsert({ source: sources.shop }, second);
      return { id: customer.id, ...sources };
    },
    set: (rules, more = {}, caller = service) =>
      mutate(caller, 'survivorshipRulesSet', { rules, ...more }, selection),
    async rederive(db = served) {
      let batches = 0;
      for (let runs = await openRuns(db); runs.length > 0; runs = await openRuns(db))
        for (const run of runs) {
          await rederiveBatch(db, run);
          batches += 1;
        }
      return batches;
    },
    async read(id) {
      const { customer } = await read(
        `query ($id: ID!) { customer(by: { id: $id }) { id version name number note metadata tags { nodes { name } }
          events(first: 100) { nodes { action actor { type } changes { field } } } } }`,
        { id },
      );
      return { ...customer, tags: customer.tags.nodes.map(({ name }: { name: string }) => name).sort() };
    },
    run: async () =>
      (await read('{ survivorshipRun { state total derived changed startedAt endedAt } }')).survivorshipRun,
  };
}
