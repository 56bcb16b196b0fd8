import { type DemoAccount, harbour } from './accounts.ts';
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

/** Cities share names on purpose (Springfield, Portland…). Phone numbers are reserved for fiction. */
const american = table('US', 'en', '(%) 555-01##', 'USD', [
  'Springfield|IL|627##|217, Springfield|MO|658##|417, Springfield|MA|011##|413, Springfield|OH|455##|937',
  'Springfield|OR|974##|541, Portland|OR|972##|503, Portland|ME|041##|207, Columbus|OH|432##|614',
  'Columbus|GA|319##|706, Columbus|IN|472##|812, Aurora|IL|605##|630, Aurora|CO|800##|303, Richmond|VA|232##|804',
  'Richmond|CA|948##|510, Richmond|IN|473##|765, Jackson|MS|392##|601, Jackson|MI|492##|517, Jackson|TN|383##|731',
  'Columbia|SC|292##|803, Columbia|MO|652##|573, Rockford|IL|611##|815, Chicago|IL|606##|312, Peoria|IL|616##|309',
  'Peoria|AZ|853##|623, Kansas City|MO|641##|816, Kansas City|KS|661##|913, Boston|MA|021##|617, Newark|NJ|071##|973',
  'Hartford|CT|061##|860, Buffalo|NY|142##|716, Cleveland|OH|441##|216, Detroit|MI|482##|313, Milwaukee|WI|532##|414',
  'Minneapolis|MN|554##|612, Des Moines|IA|503##|515, Omaha|NE|681##|402, Denver|CO|802##|720, Boise|ID|837##|208',
  'Seattle|WA|981##|206, Fresno|CA|937##|559, San José|CA|951##|408, Phoenix|AZ|850##|602, El Paso|TX|799##|915',
  'Houston|TX|770##|713, Tulsa|OK|741##|918, Memphis|TN|381##|901, Charlotte|NC|282##|704, Savannah|GA|314##|912',
  'Tampa|FL|336##|813, Coeur d’Alene|ID|838##|208',
]);

const british = table('GB', 'en', '+44 %', 'GBP', [
  'London||EC2A #@@|20 7946 0###, Manchester||M1 #@@|161 496 0###, Leeds||LS1 #@@|113 496 0###',
  'Bristol||BS1 #@@|117 496 0###, Glasgow||G2 #@@|141 496 0###, Cardiff||CF10 #@@|29 2018 0###',
  'Stoke-on-Trent||ST4 #@@|1632 960###, Boston||PE21 #@@|1632 960###, Richmond||TW9 #@@|20 7946 0###',
  'Belfast||BT1 #@@|28 9649 6###, Bangor||LL57 #@@|1632 960###, Edinburgh||EH1 #@@|131 496 0###',
]);

const canadian = [
  ...table('CA', 'en', '+1 % 555 01##', 'CAD', [
    'Toronto|ON|M5V #@#|416, London|ON|N6A #@#|519, Calgary|AB|T2P #@#|403',
  ]),
  ...table('CA', 'fr', '+1 % 555 01##', 'CAD', [
    'Montréal|QC|H2Y #@#|514, Québec|QC|G1R #@#|418, Trois-Rivières|QC|G9A #@#|819',
  ]),
];

const european = [
  ...table('DE', 'de', '+49 %', 'EUR', [
    'Köln||50###|221 4710 ###, München||80###|89 99998 ###, Hamburg||20###|40 66969 ###, Berlin||10###|30 23125 ###',
  ]),
  ...table('FR', 'fr', '+33 %', 'EUR', [
    'Paris||750##|1 99 00 ## ##, Orléans||450##|2 61 91 ## ##, Besançon||250##|3 53 01 ## ##',
    'Nîmes||300##|4 65 71 ## ##',
  ]),
  ...table('ES', 'es', '+34 %', 'EUR', [
    'Málaga||290##|952 55 01 ##, A Coruña||150##|981 55 01 ##, León||240##|987 55 01 ##',
  ]),
  ...table('PL', 'pl', '+48 % 555 01 ##', 'EUR', ['Łódź||90-###|42, Kraków||30-###|12, Wrocław||50-###|71']),
  ...table('SE', 'sv', '+46 %', 'EUR', [
    'Malmö||21# ##|40 628 0# ##, Göteborg||41# ##|31 390 06 ##, Stockholm||11# ##|8 465 004 ##',
  ]),
  ...table('GR', 'el', '+30 %', 'EUR', ['Αθήνα||10# ##|210 555 01##, Θεσσαλονίκη||54# ##|2310 555 0##']),
  ...table('CZ', 'cs', '+420 555 01# ###', 'EUR', ['Praha||11# ##, České Budějovice||37# ##']),
];

const farther = [
  ...table('TR', 'tr', '+90 % 555 01 ##', 'EUR', ['İstanbul||34###|212, Iğdır||76###|476']),
  ...table('JP', 'ja', '%', 'JPY', [
    '大阪市|大阪府|530-00##|06-5550-1###, 横浜市|神奈川県|220-00##|045-555-1###, 札幌市|北海道|060-00##|011-555-1###',
  ]),
  ...table('CN', 'zh', '+86 %', 'USD', ['上海市||2000##|21 5550 1###, 深圳市|广东省|5180##|755 5550 1###']),
  ...table('KR', 'ko', '+82 %', 'USD', ['서울특별시||04###|2-5550-1###, 부산광역시||48###|51-555-01##']),
  ...table('MX', 'es', '+52 %', 'USD', [
    'León|GTO|37###|477 555 01##, Mérida|YUC|97###|999 555 01##, Guadalajara|JAL|44###|33 5555 01##',
  ]),
  ...table('BR', 'pt', '+55 %', 'USD', [
    'São Paulo|SP|01###-###|11 5550-1###, Florianópolis|SC|880##-###|48 3555-01##',
  ]),
  ...table('KW', 'en', '+965 2555 01##', 'KWD', ['Kuwait City||13###']),
  ...table('AE', 'ar', '+971 4 555 01##', 'USD', ['دبي']),
];

export const everywhere: readonly Place[] = [...american, ...canadian, ...british, ...european, ...farther];

export const homeOf = (account: DemoAccount): readonly Place[] => (account === harbour ? british : american);

const abroad = new Map(
  [american, british].map((home) => [home, everywhere.filter((place) => !home.includes(place))]),
);
export const abroadOf = (account: DemoAccount): readonly Place[] =>
  abroad.get(account === harbour ? british : american) ?? [];

const byCountry = new Map<string, Place[]>();
for (const place of everywhere)
  byCountry.set(place.country, [...(byCountry.get(place.country) ?? []), place]);

export const countryOf = ({ country }: Place): readonly Place[] => byCountry.get(country) ?? [];

const isAmbiguous = new Set(
  everywhere.filter((one) => countryOf(one).filter(({ city }) => city === one.city).length > 1),
);

/** The city, with its state if another city of the country has the same name. */
export const cityName = (place: Place): string =>
  isAmbiguous.has(place) ? `${place.city}, ${place.state}` : place.city;

export function findPlace(country: string, city: string, state: string | null): Place {
  const place = byCountry.get(country)?.find((each) => each.city === city && each.state === state);
  if (place === undefined) throw new RangeError(`The demo data has no place ${city}, ${state}.`);
  return place;
}

/** Places of one country, each as "city|state|postal code|digits that replace % in the phone format". */
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
      const [city = '', state = '', postalCode = '', digits = ''] = entry.split('|');
      const number = phone.replace('%', digits);
      return {
        city,
        state: state === '' ? null : state,
        postalCode,
        country,
        language,
        phone: number,
        currency,
      };
    });
}
