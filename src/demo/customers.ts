import { stream } from './accounts.ts';
import { addAddresses } from './addresses.ts';
import { creditLimitOf } from './credit.ts';
import { addHistory } from './history.ts';
import { hostOf, Identities, type Identity } from './identity.ts';
import { metadataOf, noteOf } from './metadata.ts';
import { personName } from './names.ts';
import { type Random, weighted } from './random.ts';
import type { Row, Rows } from './rows.ts';
import type { Sample } from './samples.ts';
import type { Settings } from './settings.ts';
import { addShop, shopperOf } from './shop.ts';
import { addSources, shortIdOf } from './sources.ts';
import type { Words } from './words.ts';

type Customer = Row<'Customer'>;

const statuses = weighted({ NORMAL: 14, PREFERRED: 4, HOLD_SHIPMENT: 1, HOLD_ALL: 1 });
const ediStatuses = weighted({ DISABLED: 3, ENABLED: 1 });
const commissions = weighted({ COMMISSION_EXEMPT: 3, COMMISSION_APPLIED: 2 });
const freights = weighted({ BILLED_FREIGHT: 4, FREE_FREIGHT: 1 });
const modes = weighted({ LIVE: 24, TEST: 1 });
const priceGroupCounts = [0, 0, 0, 1, 1, 1, 2, 2, 3, 5];
const tagCounts = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 5, 10];

/** Numbers sort as text in the order of the customers, up to a million. */
export function customerNumber(index: number): string {
  return `C-${String(index + 1).padStart(6, '0')}`;
}

/** Creates an account's customers, each from its index alone. */
export class Customers {
  readonly #settings: Settings;
  readonly #words: Words;
  readonly #identities: Identities;

  constructor(settings: Settings, words: Words) {
    this.#settings = settings;
    this.#words = words;
    this.#identities = new Identities(settings, words);
  }

  get accountId(): string {
    return this.#settings.account.id;
  }

  id(index: number): string {
    return this.#identities.of(index).id;
  }

  /** Adds a customer; a number in `taken` gets a suffix. */
  add(rows: Rows, index: number, taken: ReadonlySet<string> = new Set()): void {
    const { account } = this.#settings;
    const identity = this.#identities.of(index);
    const random = stream(account.ordinal, 'customer', index, identity.sample?.fullness);
    const places = addAddresses(rows, this.#words, account, identity);
    const number = customerNumber(index);
    const customer = {
      number: taken.has(number) ? `${number}-D` : number,
      ...this.#nature(random, identity),
      ...this.#contact(random, identity),
      ...this.#freight(random, identity),
      ...this.#defaults(random, identity),
      ...shopperOf(random, this.#settings, identity),
      ...places,
    };
    rows.add('Customer', { ...customer, ...addHistory(rows, this.#settings, identity, customer) });
    addMemberships(rows, random, this.#settings, identity);
    addSources(rows, random, customer);
    addShop(rows, account, identity, customer);
  }

  #nature(random: Random, { index, id, name, parent, createdAt, sample }: Identity) {
    return {
      accountId: this.accountId,
      id,
      name,
      status: sample?.status ?? random.pick(statuses),
      ediStatus: random.pick(ediStatuses),
      relationshipType: parent === undefined ? 'STANDALONE' : 'CHILD',
      parentId: parent?.id ?? null,
      typeId: random.maybe(0.85, () => random.pick(this.#settings.typeGroupIds)),
      commissionPolicy: random.pick(commissions),
      note: random.maybe(0.3, () => noteOf(random)),
      ...creditLimitOf(random, this.#settings.units, sample?.creditLimit),
      shortId: sample?.shortId ?? random.maybe(0.5, () => shortIdOf(index, name)),
      mode: random.pick(modes),
      ...referenceOf(random, index),
      metadata: random.has(0.4) ? metadataOf(random) : {},
      createdAt,
    } satisfies Partial<Customer>;
  }

  #contact(random: Random, identity: Identity) {
    const { place, sample } = identity;
    const host = hostOf(identity);
    const made = {
      name: random.maybe(0.8, () => personName(random, this.#words, place.language)),
      email: random.maybe(0.8, () => `${random.pick(['orders', 'office', 'ap', 'info'])}@${host}`),
      phone: random.maybe(0.8, () => random.pattern(place.phone)),
      fax: random.maybe(0.2, () => random.pattern(place.phone)),
    };
    const contact = sample?.contact ?? made;
    return {
      contactName: contact.name,
      contactEmail: contact.email,
      contactPhone: contact.phone,
      contactFax: contact.fax,
      contactUrl: random.maybe(0.4, () => `https://www.${host}`),
      acceptsInvoiceEmails: contact.email !== null && random.has(0.5),
    } satisfies Partial<Customer>;
  }

  #freight(random: Random, { sample }: Identity) {
    const choose = choice(random, sample);
    const carrier = random.maybe(0.8, () => choose(this.#settings.carriers));
    const levelIds = carrier?.levelIds ?? [];
    const billingType = random.maybe(0.7, () => (random.has(0.25) ? 'THIRD_PARTY' : 'SENDER'));
    return {
      freightPolicy: random.pick(freights),
      carrierId: carrier?.id ?? null,
      serviceLevelId: levelIds.length === 0 ? null : random.maybe(0.75, () => choose(levelIds)),
      billingType,
      billingAccount: billingType === 'THIRD_PARTY' ? random.pattern('@#####') : null,
    } satisfies Partial<Customer>;
  }

  #defaults(random: Random, { sample }: Identity) {
    const choose = choice(random, sample);
    const { paymentTermIds, shippingTermIds, priorityIds, salesRepIds } = this.#settings;
    return {
      paymentTermId: random.maybe(0.85, () => choose(paymentTermIds)),
      shippingTermId: random.maybe(0.8, () => choose(shippingTermIds)),
      priorityId: random.maybe(0.7, () => random.pick(priorityIds)),
      salesRepId: random.maybe(0.75, () => choose(salesRepIds)),
    } satisfies Partial<Customer>;
  }
}

function choice(random: Random, sample: Sample | undefined): <T>(list: readonly T[]) => T {
  return (list) => random.pick(sample?.takesFirst === true ? list.slice(0, 1) : list);
}

function referenceOf(random: Random, index: number) {
  const reference = random.maybe(0.25, () => `ERP-${100_000 + index}`);
  const referenceOrigin =
    reference === null ? null : random.maybe(0.7, () => random.pick(['netsuite', 'sap', 'hubspot']));
  return { reference, referenceOrigin };
}

function addMemberships(
  rows: Rows,
  random: Random,
  settings: Settings,
  { id: customerId, sample }: Identity,
): void {
  const accountId = settings.account.id;
  const groups = random.count(priceGroupCounts);
  for (const groupId of random.sample(settings.priceGroupIds, sample?.priceGroups ?? groups)) {
    rows.add('CustomerPriceGroup', { accountId, customerId, groupId });
  }
  for (const tagId of random.sample(settings.tagIds, random.count(tagCounts))) {
    rows.add('CustomerTag', { accountId, customerId, tagId });
  }
}
