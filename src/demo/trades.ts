import type { Language } from './words.ts';

export const trades = [
  'Distributors',
  'Contractors',
  'Retail chains',
  'Government & schools',
  'Healthcare',
] as const;
export type Trade = (typeof trades)[number];

type Entries = readonly (readonly [trade: Trade, name: string])[];

function entries(lists: Partial<Record<Trade, string>>): Entries {
  return trades.flatMap((trade) => (lists[trade]?.split(', ') ?? []).map((name) => [trade, name] as const));
}

/** The part of a company's name that says what it does. */
export const tradeNames: Readonly<Record<Language, Entries>> = {
  en: entries({
    Distributors:
      'Industrial Supply, Electrical Supply, Plumbing Supply, Packaging, Janitorial Supply, Office Products, Restaurant Supply, Paper, Chemical, Foods, Produce, Lumber, Textiles, Logistics, Plastics, Instruments, Wholesale',
    Contractors:
      'Electric, Roofing, Masonry, Landscaping, Heating & Air, Welding, Flooring, Fabrication, Machine Works, Tool & Die, Foundry, Controls, Robotics, Coatings, Refrigeration, Glass, Marine, Printing',
    'Retail chains':
      'Hardware, Pet Supply, Sporting Goods, Furniture, Toys, Cycle Works, Tire & Battery, Outdoor, Bakery, Coffee Roasters, Brewing, Uniforms, Nursery',
    Healthcare: 'Medical, Dental Supply, Optical, Veterinary Clinic',
  }),
  de: entries({
    Distributors: 'Großhandel, Bürobedarf, Verpackungen, Logistik, Baustoffe',
    Contractors: 'Werkzeugbau, Maschinenbau, Metallbau, Elektrotechnik, Sanitärtechnik',
    'Retail chains': 'Eisenwaren, Möbelhaus',
    Healthcare: 'Medizintechnik',
  }),
  fr: entries({
    Distributors: 'Distribution, Emballages, Fournitures, Transports',
    Contractors: 'Menuiserie, Électricité, Plomberie, Chaudronnerie',
    'Retail chains': 'Quincaillerie, Boulangerie',
  }),
  es: entries({
    Distributors: 'Distribuciones, Suministros, Embalajes, Transportes',
    Contractors: 'Talleres, Construcciones, Electricidad',
    'Retail chains': 'Ferretería, Panadería',
  }),
  pl: entries({
    Distributors: 'Hurtownia, Opakowania',
    Contractors: 'Narzędzia, Zakład Mechaniczny',
    'Retail chains': 'Meble',
  }),
  pt: entries({
    Distributors: 'Distribuidora, Embalagens',
    Contractors: 'Metalúrgica',
    'Retail chains': 'Ferragens, Papelaria',
  }),
  sv: entries({
    Distributors: 'Grossist',
    Contractors: 'Bygg, Mekaniska, Elektriska',
    'Retail chains': 'Verktyg, Järnhandel',
  }),
  cs: entries({
    Distributors: 'Velkoobchod',
    Contractors: 'Strojírny, Elektro',
    'Retail chains': 'Nářadí, Nábytek',
  }),
  el: entries({ Distributors: 'Εμπορική', Contractors: 'Τεχνική, Βιομηχανική', 'Retail chains': 'Εργαλεία' }),
  tr: entries({
    Distributors: 'Ambalaj, Ticaret',
    Contractors: 'Çelik Sanayi, Makina, Elektrik',
    'Retail chains': 'Hırdavat',
  }),
  ja: entries({ Distributors: '商事, 物産', Contractors: '工業, 精密, 製作所, 電機, 金属' }),
  zh: entries({ Distributors: '贸易, 包装', Contractors: '机械, 电气, 五金' }),
  ko: entries({ Distributors: '상사, 무역', Contractors: '정밀, 산업, 전자' }),
  ar: entries({ Distributors: 'مؤسسة, تجارة', Contractors: 'مقاولات' }),
};

/** Ends of company names by country, each with the separator in front. */
export const legalForms: Readonly<Record<string, readonly string[]>> = {
  US: [' LLC', ' Inc.', ' Co.', '', '', ' & Sons', ' Group'],
  CA: [' Ltd.', ' Inc.', ''],
  GB: [' Ltd', ' Ltd', ' plc', ' & Sons Ltd'],
  DE: [' GmbH', ' GmbH', ' GmbH & Co. KG', ' KG', ' AG', ' e. K.'],
  FR: [' SARL', ' SAS', ' et Fils'],
  ES: [' S.L.', ' S.A.', ' e Hijos'],
  MX: [' S.A. de C.V.', ''],
  PL: [' Sp. z o.o.', ' S.A.', ' s.c.'],
  SE: [' AB'],
  CZ: [' s.r.o.', ' a.s.'],
  GR: [' Α.Ε.', ' Ο.Ε.', ' Ε.Π.Ε.'],
  TR: [' A.Ş.', ' Ltd. Şti.'],
  BR: [' Ltda.', ' S.A.'],
  KW: [' W.L.L.'],
};
