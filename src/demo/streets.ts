import type { Place } from './places.ts';
import type { Random } from './random.ts';

/** How a country writes a street with its number: "%" is the street, "#" and "*" are digits, "*" not 0. */
type Style = readonly [pattern: string, streets: readonly string[]];

const splitNames = (names: string): readonly string[] => names.split(', ');

const american: Style = [
  '*#* %',
  splitNames(
    'Main St, Oak Ave, Industrial Pkwy, Commerce Dr, Park Ave, Washington St, Lincoln Ave, Mill Rd, Railroad Ave, Depot St, Market St, 2nd St, Maple St, Enterprise Blvd, Airport Rd, Center St, Factory Rd, Elm St, Lake St, Franklin St, Canal St, Foundry Ln, Jefferson Ave, Prairie View Rd, River Rd, Terminal Way, Union St, Walnut St, Distribution Dr, Church St',
  ),
];
const french: Style = [
  '*# %',
  splitNames(
    'rue de la République, avenue Jean Jaurès, rue du Commerce, boulevard Victor Hugo, rue des Artisans, place de la Gare, rue de l’Industrie, chemin du Moulin, quai Saint-Michel, rue Pasteur',
  ),
];

const styles: Readonly<Record<string, Style>> = {
  US: american,
  CA: american,
  FR: french,
  GB: [
    '*# %',
    splitNames(
      'High Street, Station Road, Church Lane, Victoria Road, Mill Lane, Queen Street, King Street, Park Road, Dock Road, Market Place, London Road, Bridge Street, Foundry Lane, Canal Street, Albert Road, Trading Estate Way',
    ),
  ],
  DE: [
    '% *#',
    splitNames(
      'Hauptstraße, Bahnhofstraße, Industriestraße, Gartenstraße, Am Hafen, Süßstraße, Lindenallee, Mühlenweg, Schillerstraße, Gewerbepark, Kölner Straße, Marktplatz',
    ),
  ],
  ES: [
    '%, *#',
    splitNames(
      'Calle Mayor, Avenida de la Constitución, Calle Real, Paseo del Muelle, Polígono Industrial Norte, Calle San Agustín, Plaza de España, Calle Ancha',
    ),
  ],
  MX: [
    '% *#*',
    splitNames(
      'Avenida Juárez, Calle Hidalgo, Avenida Reforma, Calle 60, Boulevard Insurgentes, Calle Morelos',
    ),
  ],
  PL: [
    'ul. % *#',
    splitNames('Piotrkowska, Długa, Fabryczna, Kościuszki, Mickiewicza, Przemysłowa, Ogrodowa, Dworcowa'),
  ],
  SE: [
    '% *#',
    splitNames('Storgatan, Hamngatan, Industrivägen, Kungsgatan, Östra Förstadsgatan, Drottninggatan'),
  ],
  GR: ['% *#', splitNames('Ερμού, Εγνατία, Πανεπιστημίου, Τσιμισκή, Αθηνάς, Πειραιώς')],
  CZ: ['% *#', splitNames('Dlouhá, Průmyslová, Nádražní, Pražská, Žižkova, Školní')],
  TR: ['% No: *#', splitNames('İstiklal Caddesi, Atatürk Caddesi, Sanayi Caddesi, Çarşı Sokak, Gül Sokak')],
  JP: ['%*丁目*-*', splitNames('中央, 本町, 栄町, 港町, 大通西, 緑町')],
  CN: ['%*#号', splitNames('人民路, 中山路, 解放路, 工业路, 和平路')],
  KR: ['% *#', splitNames('중앙로, 산업로, 세종대로, 해안로, 시장길')],
  BR: [
    '%, *#*',
    splitNames('Rua das Flores, Avenida Brasil, Rua XV de Novembro, Avenida Paulista, Rua da Praia'),
  ],
  KW: ['Block *, %, Building *#', splitNames('Fahad Al-Salem Street, Mubarak Al-Kabeer Street, Soor Street')],
  AE: ['% *#', splitNames('شارع الشيخ زايد, شارع الوصل, شارع المكتوم')],
};

export function streetOf(random: Random, { country, language }: Place): string {
  const [pattern, streets] = (language === 'fr' ? french : styles[country]) ?? american;
  return random
    .pattern(pattern.replace('*#*', `${random.between(1, 998)}`))
    .replace('%', random.pick(streets));
}

const secondLines: Readonly<Record<string, readonly string[]>> = {
  en: ['Suite 200', 'Unit 7', 'Building C', 'Attn: Receiving', 'Floor 3', 'Dock 4'],
  de: ['2. OG', 'Hinterhaus', 'Tor 3'],
  fr: ['Bâtiment C', '2e étage', 'Quai 4'],
  es: ['Nave 7', '2.º piso', 'Local B'],
};
const sites: Readonly<Record<string, readonly string[]>> = {
  en: ['Warehouse', 'Head office', 'Dock 4', 'Receiving', 'Plant 2'],
  de: ['Lager Süd', 'Zentrale', 'Werk 2'],
  fr: ['Entrepôt', 'Siège', 'Atelier'],
  es: ['Almacén', 'Oficina central'],
  ja: ['倉庫', '本社', '第二工場'],
};

export const secondLineOf = (random: Random, { language }: Place): string =>
  random.pick(secondLines[language] ?? ['1', '2', '3B', '14']);

/** The second line of a company's address: different for its addresses with neighbouring ordinals. */
export function siteOf({ language }: Place, ordinal: number): string {
  const list = sites[language] ?? ['Warehouse', 'Head office'];
  return list[ordinal % list.length] ?? '';
}
