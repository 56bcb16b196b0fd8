import type { Language } from './words.ts';

export interface Place {
  readonly city: string;
  readonly state: string | null;
  /** "#" is a digit, "@" a letter. */
  readonly postalCode: string;
  readonly country: string;
  readonly language: Language;
  readonly phone: string;
  readonly currency: string;
}

/**
 * Contains cities with the same name on purpose: Springfield, Portland, Columbus, Aurora, Richmond, Jackson,
 * Columbia…
 */
const american = table('US', 'en', '(2##) 555-01##', 'USD', [
  'Springfield|IL|627##, Springfield|MO|658##, Springfield|MA|011##, Springfield|OH|455##, Springfield|OR|974##',
  'Portland|OR|972##, Portland|ME|041##, Columbus|OH|432##, Columbus|GA|319##, Columbus|IN|472##',
  'Aurora|IL|605##, Aurora|CO|800##, Richmond|VA|232##, Richmond|CA|948##, Richmond|IN|473##',
  'Jackson|MS|392##, Jackson|MI|492##, Jackson|TN|383##, Columbia|SC|292##, Columbia|MO|652##',
  'Rockford|IL|611##, Chicago|IL|606##, Peoria|IL|616##, Peoria|AZ|853##, Kansas City|MO|641##, Kansas City|KS|661##',
  'Boston|MA|021##, Newark|NJ|071##, Hartford|CT|061##, Buffalo|NY|142##, Cleveland|OH|441##, Detroit|MI|482##',
  'Milwaukee|WI|532##, Minneapolis|MN|554##, Des Moines|IA|503##, Omaha|NE|681##, Denver|CO|802##, Boise|ID|837##',
  'Seattle|WA|981##, Fresno|CA|937##, San José|CA|951##, Phoenix|AZ|850##, El Paso|TX|799##, Houston|TX|770##',
  'Tulsa|OK|741##, Memphis|TN|381##, Charlotte|NC|282##, Savannah|GA|314##, Tampa|FL|336##, Coeur d’Alene|ID|838##',
]);

const british = table('GB', 'en', '+44 20 7946 0###', 'GBP', [
  'London||EC#@ #@@, Manchester||M# #@@, Leeds||LS# #@@, Bristol||BS# #@@, Glasgow||G# #@@, Cardiff||CF## #@@',
  'Stoke-on-Trent||ST# #@@, Boston||PE## #@@, Richmond||TW# #@@, Belfast||BT# #@@, Ynys Môn||LL## #@@',
]);

const canadian = [
  ...table('CA', 'en', '+1 416 555 01##', 'CAD', [
    'Toronto|ON|M#@ #@#, London|ON|N#@ #@#, Calgary|AB|T#@ #@#',
  ]),
  ...table('CA', 'fr', '+1 514 555 01##', 'CAD', [
    'Montréal|QC|H#@ #@#, Québec|QC|G#@ #@#, Trois-Rivières|QC|G#@ #@#',
  ]),
];

const european = [
  ...table('DE', 'de', '+49 30 55501##', 'EUR', [
    'Köln|NW|50###, München|BY|80###, Düsseldorf|NW|40###, Lübeck|SH|23###',
  ]),
  ...table('FR', 'fr', '+33 1 55 50 1# ##', 'EUR', [
    'Paris||750##, Orléans||450##, Besançon||250##, Nîmes||300##',
  ]),
  ...table('ES', 'es', '+34 91 555 01 ##', 'EUR', ['Málaga||290##, A Coruña||150##, León||240##']),
  ...table('PL', 'pl', '+48 22 555 01 ##', 'EUR', ['Łódź|ŁD|90-###, Kraków|MA|30-###, Wrocław|DS|50-###']),
  ...table('SE', 'sv', '+46 8 5550 1##', 'EUR', ['Malmö||21# ##, Västerås||72# ##, Ängelholm||26# ##']),
  ...table('GR', 'el', '+30 21 0555 01##', 'EUR', ['Αθήνα||10# ##, Θεσσαλονίκη||54# ##']),
  ...table('TR', 'tr', '+90 212 555 01 ##', 'EUR', ['İstanbul||34###, Iğdır||76###']),
];

const farther = [
  ...table('JP', 'ja', '03-5550-1###', 'JPY', [
    '大阪市|大阪府|530-####, 横浜市|神奈川県|220-####, 札幌市|北海道|060-####',
  ]),
  ...table('CN', 'zh', '+86 10 5550 1###', 'USD', ['上海市||2000##, 深圳市|广东省|5180##']),
  ...table('KR', 'ko', '02-5550-1###', 'USD', ['서울특별시||04###, 부산광역시||48###']),
  ...table('MX', 'es', '+52 55 5550 1###', 'USD', [
    'León|GTO|37###, Mérida|YUC|97###, Guadalajara|JAL|44###',
  ]),
  ...table('BR', 'pt', '+55 11 5550-1###', 'USD', ['São Paulo|SP|01###-###, Florianópolis|SC|88###-###']),
  ...table('KW', 'en', '+965 2555 01##', 'KWD', ['Kuwait City||13###']),
];

export const homePlaces: readonly Place[] = american;
export const foreignPlaces: readonly Place[] = [...canadian, ...british, ...european, ...farther];
export const britishPlaces: readonly Place[] = british;

export function placeOf(city: string, state: string): Place {
  const place = american.find((candidate) => candidate.city === city && candidate.state === state);
  if (place === undefined) throw new RangeError(`There is no ${city}, ${state} among the places.`);
  return place;
}

function table(
  country: string,
  language: Language,
  phone: string,
  currency: string,
  lines: readonly string[],
): Place[] {
  return lines
    .flatMap((line) => line.split(', '))
    .map((entry) => {
      const [city = '', state = '', postalCode = ''] = entry.split('|');
      return { city, state: state === '' ? null : state, postalCode, country, language, phone, currency };
    });
}
