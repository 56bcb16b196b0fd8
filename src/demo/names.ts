import type { Random } from './random.ts';
import { fullName, type Language, type Words } from './words.ts';

const trades = [
  ...[
    'Industrial Supply',
    'Hardware',
    'Fabrication',
    'Machine Works',
    'Electric',
    'Plumbing Supply',
    'Lumber',
  ],
  ...[
    'Medical',
    'Dental Supply',
    'Foods',
    'Produce',
    'Bakery',
    'Brewing',
    'Coffee Roasters',
    'Dairy',
    'Farms',
  ],
  ...[
    'Logistics',
    'Packaging',
    'Paper',
    'Printing',
    'Textiles',
    'Upholstery',
    'Furniture',
    'Flooring',
    'Glass',
  ],
  ...[
    'Automotive',
    'Tire & Battery',
    'Marine',
    'Aviation',
    'Cycle Works',
    'Outdoor',
    'Sporting Goods',
    'Toys',
  ],
  ...[
    'Optical',
    'Instruments',
    'Controls',
    'Robotics',
    'Tool & Die',
    'Welding',
    'Foundry',
    'Castings',
    'Plastics',
  ],
  ...['Chemical', 'Coatings', 'Roofing', 'Masonry', 'Landscaping', 'Nursery', 'Pet Supply', 'Veterinary'],
  ...[
    'School Supply',
    'Office Products',
    'Janitorial',
    'Uniforms',
    'Restaurant Supply',
    'Refrigeration',
    'HVAC',
  ],
];
const forms = [' LLC', ' Inc.', ' Co.', '', '', ' & Sons', ' Group', ', Ltd.'];

/** Common names, such as chains, so that sorting by name has ties. */
const commonNames = [
  ...[
    'Main Street Hardware',
    'City of Springfield',
    'Northside Supply',
    'Valley Medical Center',
    'The Corner Store',
  ],
  ...[
    'Lakeview Unified School District',
    'Sunrise Café',
    'Midway Auto Parts',
    "O'Brien & Sons",
    'Quick-Fix Plumbing',
  ],
  ...['A-1 Rentals', '24/7 Vending', 'First Street Dental', 'Pioneer Feed & Seed', 'Harbor Freightways'],
];

/** Names in several scripts, to test folding, sorting and display. */
const worldNames = [
  ...[
    'Ångström Instrument AB',
    'Łódź Narzędzia Sp. z o.o.',
    'Société Lyonnaise d’Outillage',
    'Ωμέγα Εμπορική Α.Ε.',
  ],
  ...[
    '日本精密工業株式会社',
    'Müller & Söhne GmbH',
    'Þórshöfn Fiskvinnsla ehf.',
    'İzmir Çelik Sanayi A.Ş.',
    'Żółw i Jaźń s.c.',
  ],
  ...[
    'São João Ferragens Ltda.',
    'Nguyễn Văn Trading',
    'Büroße Ausstattung KG',
    'شركة النور للتجارة',
    'אור המזרח בע"מ',
  ],
  ...[
    'Заря Инструмент ООО',
    '한빛 정밀 주식회사',
    'Cœur de Bœuf Traiteur',
    'Ærø Værktøj A/S',
    'ﬁne ﬂooring Co.',
    'Dvořák & Čapek s.r.o.',
  ],
];

export function companyName(random: Random, words: Words, language: Language): string {
  if (random.chance(0.03)) return random.pick(commonNames);
  if (random.chance(0.02)) return random.pick(worldNames);
  if (language !== 'en') return random.pick(words[language].companies);
  return `${random.pick(words.en.lastNames)} ${random.pick(trades)}${random.pick(forms)}`;
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

/**
 * The part of an email address or host name derived from a name; the fallback if the name has no Latin
 * letters.
 */
export function emailName(name: string, fallback: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[æđłøœßþı]/g, (letter) => latin[letter] ?? letter)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return plain.replaceAll(' ', '-') || fallback;
}
