import { getNamedType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { nodeTypes } from '../../../src/db/model/id.ts';
import { listedText, listingField, notFoundText } from '../../../src/domain/identifier/listed.ts';
import { schema } from '../../../src/schema/index.ts';

/** The type of the items that a field of a type returns. */
function itemOf(place: string): string | undefined {
  const [field = '', owner = 'Query'] = place.split('.').toReversed();
  const type = schema.getType(owner);
  const returned = isObjectType(type) ? type.getFields()[field]?.type : undefined;
  const named = returned && getNamedType(returned);
  const nodes = isObjectType(named) ? named.getFields().nodes : undefined;
  return nodes ? getNamedType(nodes.type).name : named?.name;
}

test.each(nodeTypes)('the field for ids of %s returns such objects', (type) => {
  expect(itemOf(listingField(type))).toBe(type);
});

test('the text names the field, and the owner of a field that is not of Query', () => {
  expect(notFoundText('Carrier')).toBe('No carrier has this id; `carriers` lists all carriers.');
  expect(listedText('Priority')).toBe('`priorities` lists all priorities');
  expect(listedText('Address')).toBe('`Customer.addresses` lists those of a customer');
  expect(listedText('ImportReject')).toBe('`ImportRun.rejects` lists those of an import run');
  expect(listedText('Geolocation')).toBe('`Address.geolocation` is that of an address');
  expect(listedText('Account')).toBe('`Viewer.account` is that of a viewer');
});
