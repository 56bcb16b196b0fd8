import { cityName, type Place } from './places.ts';
import type { Random } from './random.ts';
import { legalForms, type Trade, tradeNames } from './trades.ts';
import { fullName, type Language, type Words } from './words.ts';

/** A company's name, and the name of the account group for its kind of business. */
export interface Company {
  readonly name: string;
  readonly trade: Trade;
}

/** Chains and franchises, so that sorting by name has ties. */
const chains: readonly Company[] = [
  { name: 'Main Street Hardware', trade: 'Retail chains' },
  { name: 'The Corner Store', trade: 'Retail chains' },
  { name: 'Midway Auto Parts', trade: 'Retail chains' },
  { name: 'Sunrise Café', trade: 'Retail chains' },
  { name: 'A-1 Rentals', trade: 'Contractors' },
  { name: 'Quick-Fix Plumbing', trade: 'Contractors' },
  { name: "O'Brien & Sons", trade: 'Contractors' },
  { name: 'Northside Supply', trade: 'Distributors' },
  { name: 'Pioneer Feed & Seed', trade: 'Distributors' },
  { name: 'First Street Dental', trade: 'Healthcare' },
];

/** Public bodies of a city: "%" is its name. */
const publicBodies: readonly Company[] = [
  { name: 'City of %', trade: 'Government & schools' },
  { name: '% Unified School District', trade: 'Government & schools' },
  { name: '% Public Library', trade: 'Government & schools' },
  { name: '% Medical Center', trade: 'Healthcare' },
];

export function companyOf(random: Random, words: Words, place: Place): Company {
  if (place.country === 'US' && random.chance(0.12)) {
    const { name, trade } = random.pick(random.chance(0.65) ? chains : publicBodies);
    return { name: name.replace('%', place.city), trade };
  }
  const last = random.pick(words[place.language].lastNames);
  const [trade, name] = random.pick(tradeNames[place.language]);
  return { name: companyName(random, place, last, name), trade };
}

function companyName(random: Random, place: Place, last: string, trade: string): string {
  const form = random.pick(legalForms[place.country] ?? ['']);
  switch (place.language) {
    case 'ja':
      return `${last}${trade}株式会社`;
    case 'zh':
      return `${place.city.slice(0, 2)}${last}氏${trade}有限公司`;
    case 'ko':
      return `${place.city.slice(0, 2)}${last}${trade} 주식회사`;
    case 'ar':
    case 'es':
    case 'fr':
    case 'pl':
    case 'pt':
      return `${trade} ${last}${form}`;
    default:
      return `${last} ${trade}${form}`;
  }
}

const facilities = ['Warehouse', 'Service Center', 'Airport', 'North', 'Downtown', 'Depot', 'South', 'West'];

/** "Acme Corporation – Springfield, IL"; `round` counts the parent's earlier branches at this place. */
export function branchName(parent: string, place: Place, round: number): string {
  const facility = place.language === 'en' ? facilities[round - 1] : undefined;
  return `${parent} – ${cityName(place)}${round === 0 ? '' : ` ${facility ?? round + 1}`}`;
}

export function personName(random: Random, words: Words, language: Language): string {
  const { firstNames, lastNames } = words[language];
  return fullName(language, random.pick(firstNames), random.pick(lastNames));
}

/** Letters that no Unicode normalization decomposes. */
const latin: Readonly<Record<string, string>> = {
  æ: 'ae',
  đ: 'd',
  ł: 'l',
  ø: 'o',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
  ı: 'i',
};

/** The fallback is for names without Latin letters. */
export function emailName(name: string, fallback: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/['’]/g, '')
    .replace(/[æđłøœßþı]/g, (letter) => latin[letter] ?? letter)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return plain.replaceAll(' ', '-') || fallback;
}

const forms = [...new Set(Object.values(legalForms).flat())].filter((form) => form !== '');

export function brandOf(name: string): string {
  const form = forms.find((each) => name.endsWith(each));
  return form === undefined ? name : name.slice(0, -form.length);
}
