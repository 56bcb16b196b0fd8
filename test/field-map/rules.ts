import { createDb } from '../../src/db/client.ts';
import { openRuns, rederiveBatch } from '../../src/domain/customer/survivorship/rederive.ts';
import { word } from '../builders.ts';
import type { TestDatabase } from '../database.ts';
import { everythingOf, typeNamed } from '../selection.ts';
import type { Session } from './session.ts';

/** Sets survivorship rules that change a customer, first in a dry run, and derives it by them. */
export async function setRules({ serving }: TestDatabase, session: Session): Promise<void> {
  const systems = ['COMMERCE_LAYER', 'AUGNO'];
  const [shop, augno] = systems.map((system) => ({ system, sourceId: word() }));
  const values = () => ({ name: word(), metadata: { tier: word() } });
  const { id } = await session.write('customerUpsert', { by: { source: augno }, ...values() });
  await session.write('customerSourceAdd', { by: { id }, source: shop });
  await session.write('customerUpsert', { by: { source: shop }, ...values() });
  const groups = ['NAME', 'METADATA', 'BILL_TO_ADDRESS'];
  const rules = groups.map((fieldGroup) => ({ fieldGroup, kind: 'SOURCE_SEQUENCE', systems }));

  const payload = everythingOf(typeNamed('SurvivorshipRulesSetPayload'), 3, 1);
  const set = `mutation ($input: SurvivorshipRulesSetInput!) { survivorshipRulesSet(input: $input) ${payload} }`;
  for (const dryRun of [true, false]) await session.ask('Mutation', set, { input: { rules, dryRun } });
  session.sent.add('survivorshipRulesSet');
  const db = createDb(serving);
  for (const run of await openRuns(db)) while (await rederiveBatch(db, run));
  const run = everythingOf(typeNamed('SurvivorshipRun'), 1, 1);
  const rule = everythingOf(typeNamed('SurvivorshipRule'), 1, 1);
  await session.ask('Query', `{ survivorshipRun ${run} survivorshipRules ${rule} }`);
}
