import type { CarrierChoice } from './carriers.ts';
import { creditLimitOf } from './credit.ts';
import type { Identity } from './identity.ts';
import { type Random, weighted } from './random.ts';
import type { Settings } from './settings.ts';
import type { ShippingChoice } from './terms.ts';

const freights = weighted({ BILLED_FREIGHT: 4, FREE_FREIGHT: 1 });
const limitShares = { prepaid: 0, open: 0.75, unknown: 0.3 };

export function termsOf(random: Random, settings: Settings, { sample, place, isAbroad }: Identity) {
  const takesFirst = sample?.takesFirst === true;
  const choose = <T>(list: readonly T[]): T => random.pick(takesFirst ? list.slice(0, 1) : list);
  const payment = random.maybe(0.85, () => choose(settings.paymentTerms));
  const freightPolicy = takesFirst ? 'BILLED_FREIGHT' : random.pick(freights);
  const isFree = freightPolicy === 'FREE_FREIGHT';
  const terms = settings.shippingTerms.filter((term) => fits(term, isFree, isAbroad, place.currency));
  const carrier = random.maybe(0.8, () => choose(isAbroad ? settings.exportCarriers : settings.carriers));
  const paysBy = payment === null ? 'unknown' : payment.isPrepaid ? 'prepaid' : 'open';
  return {
    paymentTermId: payment?.id ?? null,
    ...creditLimitOf(random, settings.units, {
      given: sample?.creditLimit,
      currency: place.currency,
      share: limitShares[paysBy],
    }),
    freightPolicy,
    shippingTermId: random.maybe(0.8, () => choose(terms).id),
    ...carriageOf(random, carrier, isAbroad, takesFirst),
    priorityId: random.maybe(0.7, () => random.pick(settings.priorityIds)),
    salesRepId: random.maybe(0.75, () => choose(settings.salesRepIds)),
  } as const;
}

function fits(term: ShippingChoice, isFree: boolean, isAbroad: boolean, currency: string): boolean {
  if (term.isFree !== isFree) return false;
  return term.market === 'any' || term.market === (isAbroad ? currency : 'home');
}

function carriageOf(random: Random, carrier: CarrierChoice | null, isAbroad: boolean, takesFirst: boolean) {
  const levelIds = (isAbroad ? carrier?.exportLevelIds : carrier?.levelIds) ?? [];
  const usual = takesFirst || random.chance(0.6) ? levelIds.slice(0, 1) : levelIds;
  const serviceLevelId = usual.length === 0 ? null : random.maybe(0.75, () => random.pick(usual));
  const isOwn = random.has(0.25) || carrier?.isCollect === true;
  const billingType = random.maybe(0.7, () => (isOwn ? 'THIRD_PARTY' : 'SENDER'));
  const isBilled = carrier === null || carrier.isBilled;
  return {
    carrierId: carrier?.id ?? null,
    serviceLevelId,
    billingType: isBilled ? billingType : null,
    billingAccount: isBilled && billingType === 'THIRD_PARTY' ? random.pattern('@#####') : null,
  } as const;
}
