import type { Random } from './random.ts';

type Metadata = Readonly<Record<string, unknown>>;

const notes = [
  'Call before delivery; the gate is locked after 15:30.',
  'Prefers pallets of 48 × 40 in, no more than 60 in high.',
  'Tax exempt, certificate on file until 2027-06-30.',
  'Pays by the 10th without fail 👍',
  'Disputed invoice 20418, see the mail of 3 March.',
  'Ask for Zoë (accounts payable) — not for her brother Noël.',
  'Lieferung nur mit Hebebühne; Einfahrt über die Süßstraße.',
  'Do not substitute items without asking. 🚫📦',
  'Two docks:\n\tnorth: parcels\n\tsouth: pallets',
  'Weighs everything twice; says "a pound is a pound".',
  'Moved here from the old system, where it was \\\\ACME\\0042.',
  '納品書は日本語でお願いします。',
];
const segments = ['smb', 'mid-market', 'enterprise', 'public-sector'];

export function noteOf(random: Random): string {
  return random.pick(notes);
}

/** Flat and nested objects with lists, nulls and all kinds of numbers; some contain an empty object. */
export function metadataOf(random: Random): Metadata & object {
  const segment = random.pick(segments);
  const year = random.between(2015, 2026);
  const shapes: readonly (() => Metadata)[] = [
    () => ({ segment }),
    () => ({ segment, onboarded: { year, by: 'import', checklist: ['w9', 'credit', 'edi'] } }),
    () => ({ erp: { system: 'netsuite', ids: { subsidiary: random.below(9), class: null } }, flags: {} }),
    () => ({
      rate: 0.1,
      visits: random.below(400),
      vip: random.chance(0.2),
      lastVisit: null,
      'häufig-gekauft': [],
    }),
    () => ({ a: { b: { c: { d: [1, { e: 'deep' }, [segment]] } } }, 'emoji 🧾': 'ü' }),
  ];
  return random.pick(shapes)();
}
