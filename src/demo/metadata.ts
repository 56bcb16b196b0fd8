import type { Random } from './random.ts';
import type { DemoRow } from './rows.ts';
import type { Language } from './words.ts';

type Metadata = Readonly<Record<string, unknown>>;

const notes = [
  'Call before delivery; the gate is locked after 15:30.',
  'Prefers pallets of 48 × 40 in, no more than 60 in high.',
  'Tax exempt, certificate on file until 2027-06-30.',
  'Pays by the 10th of each month.',
  'Ask for the accounts payable team; the purchasing mailbox is not read daily.',
  'Do not substitute items without asking.',
  'Two docks:\n\tnorth: parcels\n\tsouth: pallets',
  'Ship complete; no back orders.',
  'Drawings are in \\\\files\\customers\\drawings, by order number.',
  'Purchase order number is required on every invoice.',
  'Closed for stocktaking in the last week of June.',
  'Reviewed with the customer in the spring; volume discount confirmed.',
];
const foreignNotes: Partial<Record<Language, readonly string[]>> = {
  de: [
    'Lieferung nur mit Hebebühne; Einfahrt über den Hof.',
    'Rechnung bitte per E-Mail an die Buchhaltung.',
  ],
  fr: ['Livraison le matin uniquement, quai n° 2.', 'Facture à envoyer au siège.'],
  es: ['Entregar antes de las 14:00; avisar por teléfono.'],
  ja: ['納品書は日本語でお願いします。'],
};
const holdNotes = [
  'On hold: invoice 20418 is disputed, see the mail of 3 March.',
  'On hold until the overdue balance is paid.',
  'Credit application is being reviewed; release orders after approval.',
];
const segments = ['smb', 'mid-market', 'enterprise', 'public-sector'];

export function noteOf(random: Random, language: Language, status: DemoRow<'Customer'>['status']): string {
  const isHeld = status === 'HOLD_ALL' || status === 'HOLD_SHIPMENT';
  const own = random.chance(0.5) ? foreignNotes[language] : undefined;
  return random.pick(isHeld ? holdNotes : (own ?? notes));
}

/** Flat and nested objects with lists, nulls and all kinds of numbers; some contain an empty object. */
export function metadataOf(random: Random): Metadata & object {
  const segment = random.pick(segments);
  const year = random.between(2018, 2026);
  const shapes: readonly (() => Metadata)[] = [
    () => ({ segment }),
    () => ({ segment, onboarded: { year, by: 'import', checklist: ['w9', 'credit', 'edi'] } }),
    () => ({
      erp: { system: 'netsuite', ids: { subsidiary: random.between(1, 9), class: null } },
      flags: {},
    }),
    () => ({
      rebate: 0.1,
      visits: random.below(40),
      newsletter: random.chance(0.2),
      lastVisit: null,
      brands: [],
    }),
    () => ({
      edi: {
        partner: { id: random.pattern('@@####'), documents: ['850', { type: '810', versions: ['4010'] }] },
      },
    }),
  ];
  return random.pick(shapes)();
}
