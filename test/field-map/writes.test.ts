import { expect, test } from 'vitest';
import { producers } from '../../scripts/field-map/enum-values.mjs';
import { enumMap } from '../../scripts/field-map/field-map.mjs';
import { inputOf, writtenFields } from '../../scripts/field-map/written-fields.mjs';
import { schema } from '../../src/schema/index.ts';
import * as add from '../builders.ts';
import { openGateway } from '../gateway.ts';
import { fieldNamed } from '../selection.ts';
import { type Example, examplesOf } from './examples.ts';
import { nameOf, Session } from './session.ts';
import { createSettings } from './settings.ts';
import { type Variant, variantsOf, withVariant } from './variants.ts';

const { db, as } = await openGateway();
const { id } = await add.addAccount(db);
const session = new Session(as(id));
const examples = examplesOf(session, await createSettings(session));
const written = writtenFields(schema);

test.for(Object.entries(examples))('%s writes what its inputs say', async ([mutation, makers]) => {
  for (const make of makers) await session.write(mutation, await make());

  const unproved = written.filter((each) => each.mutation === mutation && !session.proved.has(nameOf(each)));
  expect(unproved.map(nameOf)).toEqual([]);
});

test('every mutation with an input for a field has an example', () => {
  expect(new Set(written.map(({ mutation }) => mutation))).toEqual(new Set(Object.keys(examples)));
});

/** Sends an example with another value; returns whether the value was read back. */
async function isStored(mutation: string, make: Example, variant: Variant): Promise<boolean> {
  session.proved.clear();
  await session.send(mutation, withVariant(await make(), variant));
  const path = variant.path.filter((step) => step !== '0').join('.');
  return [...session.proved].some((name) => name.startsWith(`${mutation}: ${path} writes `));
}

test('every input stores every value of its enum, and true and false, except for values with another producer', async () => {
  const stored = new Map<string, boolean>();
  for (const [mutation, makers] of Object.entries(examples)) {
    const input = inputOf(fieldNamed('Mutation', mutation));
    for (const make of makers)
      for (const variant of variantsOf(input, await make())) {
        const isKnown = stored.get(variant.name) ?? false;
        stored.set(variant.name, isKnown || (await isStored(mutation, make, variant)));
      }
  }

  const lost = [...stored].filter(([, is]) => !is).map(([name]) => name);
  expect(lost).toEqual(['AccountUserUpsertInput.status: AccountUserStatus.REMOVED']);
  expect(producers).toHaveProperty(['AccountUserStatus.REMOVED']);
  const enumFields = enumMap(schema).flatMap((entry) => entry.stored);
  const tried = [...stored.keys()].map((name) => name.split(':')[0]);
  expect(enumFields.filter((name) => !tried.includes(name)).sort()).toEqual([
    // test/domain/customer/derive/pins.test.ts tries them.
    'CustomerFieldPinInput.fieldGroup',
    'CustomerFieldReleaseInput.fieldGroup',
    'CustomerRecordDeleteInput.type',
    // test/domain/customer/survivorship/rules.test.ts tries them.
    'SurvivorshipRuleInput.fieldGroup',
    'SurvivorshipRuleInput.kind',
    'SurvivorshipRuleInput.systems',
  ]);
});
