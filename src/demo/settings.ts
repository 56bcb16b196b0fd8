import { accountRow, type DemoAccount, harbour, meridian, stream } from './accounts.ts';
import { addOwnCarriers, addSystemCarriers, type CarrierChoice, carriersByUse } from './carriers.ts';
import { addGroups, type Groups } from './groups.ts';
import { addImportRuns } from './imports.ts';
import { addPeople, addRoles, makeSharedPeople, type People, type Person } from './people.ts';
import { Rows } from './rows.ts';
import {
  addPaymentTerms,
  addPriorities,
  addShippingTerms,
  type PaymentChoice,
  type ShippingChoice,
} from './terms.ts';
import { addOwnUnits, addSystemUnits, type UnitIds } from './units.ts';
import type { Words } from './words.ts';

interface Shared {
  readonly units: UnitIds;
  readonly carriers: readonly CarrierChoice[];
  readonly priorityIds: readonly string[];
  readonly paymentTerms: readonly PaymentChoice[];
  readonly shippingTerms: readonly ShippingChoice[];
  readonly roleIds: readonly string[];
  readonly people: readonly Person[];
}

export interface Settings extends Groups, People {
  readonly account: DemoAccount;
  readonly units: UnitIds;
  /** Each as often as customers have it. */
  readonly carriers: readonly CarrierChoice[];
  readonly exportCarriers: readonly CarrierChoice[];
  readonly priorityIds: readonly string[];
  readonly paymentTerms: readonly PaymentChoice[];
  readonly shippingTerms: readonly ShippingChoice[];
}

interface AllSettings {
  readonly rows: Rows;
  readonly meridian: Settings;
  readonly harbour: Settings;
}

/** The accounts and their own data, which refers to the system's rows: the same with every call. */
export function makeSettings(words: Words): AllSettings {
  const rows = new Rows();
  const shared = makeShared(words);
  return {
    rows,
    meridian: addOwn(rows, words, meridian, shared),
    harbour: addOwn(rows, words, harbour, shared),
  };
}

interface System extends Omit<Shared, 'people'> {
  /** The rows that the migrations create. */
  readonly rows: Rows;
}

/** The system's rows, whose ids follow from the same random numbers as when the demo data created them. */
export function makeSystem(random = stream(0, 'settings', 0)): System {
  const rows = new Rows();
  const units = addSystemUnits(rows, random);
  const carriers = addSystemCarriers(rows, random);
  return {
    rows,
    units,
    carriers,
    priorityIds: addPriorities(rows, random),
    paymentTerms: addPaymentTerms(rows, random, null),
    shippingTerms: addShippingTerms(rows, random, null, units, carriers),
    roleIds: addRoles(rows, random, null),
  };
}

function makeShared(words: Words): Shared {
  const random = stream(0, 'settings', 0);
  const system = makeSystem(random);
  return { ...system, people: makeSharedPeople(random, words) };
}

function addOwn(rows: Rows, words: Words, account: DemoAccount, shared: Shared): Settings {
  const random = stream(account.ordinal, 'settings', 1);
  const { id } = account;
  rows.add('Account', accountRow(account));
  addImportRuns(rows, account);
  const units = addOwnUnits(rows, random, id, shared.units);
  const carriers = addOwnCarriers(rows, random, id, shared.carriers);
  const roleIds = [...shared.roleIds, ...addRoles(rows, random, id)];
  return {
    account,
    units,
    ...carriersByUse(carriers),
    priorityIds: shared.priorityIds,
    paymentTerms: [...shared.paymentTerms, ...addPaymentTerms(rows, random, id)],
    shippingTerms: [...addShippingTerms(rows, random, account, units, carriers), ...shared.shippingTerms],
    ...addPeople(rows, random, words, account, roleIds, shared.people),
    ...addGroups(rows, random, account),
  };
}
