import { newId } from '../../src/db/model/id.ts';
import { word } from '../builders.ts';
import type { Session } from './session.ts';
import { email, type Settings } from './settings.ts';

/** Inputs that each end with another user error. */
export async function makeMistakes(session: Session, settings: Settings): Promise<void> {
  const create = async (item: object = {}) => ({
    id: String((await session.write('customerCreate', { name: word(), ...item })).id),
  });
  const parent = { id: settings.parentId };
  const [lone, child, gone] = [await create(), await create({ parent }), await create()];
  const number = word();
  await create({ number });
  await session.write('customerDiscontinue', { by: gone });
  const key = { name: word(), idempotencyKey: word() };
  await session.write('customerCreate', key);
  const { carriers } = await session.ask('Query', '{ carriers(first: 250) { nodes { id owner { type } } } }');
  const ofSystem = carriers.nodes.find(
    (carrier: { owner: { type: string } }) => carrier.owner.type === 'SYSTEM',
  );
  // With a letter, so that its cases differ.
  const [term, tags] = [`a${word()}`, Array.from({ length: 11 }, () => `t-${word()}`)];
  for (const name of [term.toLowerCase(), term.toUpperCase()])
    await session.write('paymentTermCreate', { name: `Net ${name}` });
  const roleId = (await session.write('roleUpsert', { name: word() })).id;
  await session.write('accountUserUpsert', { by: { email: email() }, roleId });
  const freightPreferences = {
    carrier: { id: settings.carrierId },
    serviceLevel: { id: settings.otherLevelId },
  };
  const mistakes: readonly (readonly [string, object])[] = [
    ['carrierCreate', { name: ' ' }],
    ['carrierCreate', { name: 'x'.repeat(256) }],
    ['carrierDelete', { id: ofSystem.id }],
    ['customerCreate', { name: word(), contactInfo: { email: 'nobody' } }],
    ['customerCreate', { name: word(), number }],
    ['customerCreate', { name: word(), defaults: { paymentTerm: { name: `nEt ${term}` } } }],
    ['customerCreate', { ...key, name: word() }],
    ['customerCreate', { name: word(), type: { id: settings.priceGroupId } }],
    ['customerCreate', { name: word(), freightPreferences }],
    ['customerSetParent', { by: lone, parent: gone }],
    ['customerSetParent', { by: lone, parent: lone }],
    ['customerSetParent', { by: lone, parent: child }],
    ['customerTagsAdd', { by: lone, tags }],
    ['customerUpdate', { by: { id: newId('Customer') }, note: word() }],
    ['customerUpdate', { by: lone, note: word(), ifVersion: 0 }],
    ['roleDelete', { id: roleId }],
    ['shopperSignIn', { email: email(), password: word() }],
  ];
  for (const [mutation, item] of mistakes) await session.send(mutation, item);
}
