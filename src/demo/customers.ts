import { stream } from './accounts.ts';
import { addAddresses } from './addresses.ts';
import { addHistory } from './history.ts';
import { Identities, type Identity } from './identity.ts';
import { addMemberships } from './memberships.ts';
import { metadataOf, noteOf } from './metadata.ts';
import { emailName, personName } from './names.ts';
import { type Random, weighted } from './random.ts';
import type { DemoRow, Rows } from './rows.ts';
import type { Settings } from './settings.ts';
import { addShop, shopperOf } from './shop.ts';
import { addSources, shortIdOf } from './sources.ts';
import { termsOf } from './trading.ts';
import type { Words } from './words.ts';

type DemoCustomer = DemoRow<'Customer'>;

const statuses = weighted({ NORMAL: 80, PREFERRED: 14, HOLD_SHIPMENT: 4, HOLD_ALL: 2 });
const ediStatuses = weighted({ DISABLED: 3, ENABLED: 1 });
const commissions = weighted({ COMMISSION_EXEMPT: 3, COMMISSION_APPLIED: 2 });
const modes = weighted({ LIVE: 59, TEST: 1 });

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

  add(rows: Rows, index: number, taken: ReadonlySet<string> = new Set()): void {
    const { account } = this.#settings;
    const identity = this.#identities.of(index);
    const random = stream(account.ordinal, 'customer', index, identity.sample?.fullness);
    const places = addAddresses(rows, account, identity);
    const number = customerNumber(index);
    const draft = {
      number: taken.has(number) ? `${number}-D` : number,
      ...this.#nature(random, identity),
      ...this.#contact(random, identity),
      ...termsOf(random, this.#settings, identity),
      ...shopperOf(random, this.#words, this.#settings, identity),
      ...places,
    };
    const customer = { ...draft, ...addHistory(rows, this.#settings, identity, draft) };
    addMemberships(rows, random, this.#settings, identity);
    rows.add('Customer', { ...customer, ...addSources(rows, random, customer) });
    addShop(rows, account, identity, customer);
  }

  #nature(random: Random, { index, id, name, place, trade, isAbroad, parent, createdAt, sample }: Identity) {
    const status = sample?.status ?? random.pick(statuses);
    const kind = isAbroad ? 'Export' : random.chance(0.02) ? 'House accounts' : trade;
    return {
      accountId: this.accountId,
      id,
      name,
      status,
      ediStatus: random.pick(ediStatuses),
      relationshipType: parent === undefined ? 'STANDALONE' : 'CHILD',
      parentId: parent?.id ?? null,
      typeId: random.maybe(0.85, () => this.#settings.typeGroupIds.get(kind) ?? null),
      commissionPolicy: random.pick(commissions),
      note: random.maybe(0.3, () => noteOf(random, place.language, status)),
      shortId: sample?.shortId ?? random.maybe(0.5, () => shortIdOf(index, name)),
      mode: random.pick(modes),
      ...referenceOf(random, index),
      metadata: random.has(0.4) ? metadataOf(random) : {},
      createdAt,
    } satisfies Partial<DemoCustomer>;
  }

  #contact(random: Random, identity: Identity) {
    const { place, sample, host } = identity;
    const name = random.maybe(0.8, () => personName(random, this.#words, place.language));
    const own = random.chance(0.5) && name !== null ? emailName(name, '').replaceAll('-', '.') : '';
    const shared = random.pick(['orders', 'office', 'ap', 'info']);
    const made = {
      name,
      email: random.maybe(0.8, () => `${own === '' ? shared : own}@${host}`),
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
    } satisfies Partial<DemoCustomer>;
  }
}

function referenceOf(random: Random, index: number) {
  const reference = random.maybe(0.25, () => `ERP-${100_000 + index}`);
  const referenceOrigin =
    reference === null ? null : random.maybe(0.7, () => random.pick(['netsuite', 'sap']));
  return { reference, referenceOrigin };
}
