import type { Faker } from '@faker-js/faker';
import { stream } from './accounts.ts';

/** Word pools of faker, created once: drawing from a pool is a hundred times faster than a call of faker. */
interface Vocabulary {
  readonly firstNames: readonly string[];
  readonly lastNames: readonly string[];
}

export type Language = keyof typeof sources;
export type Words = Readonly<Record<Language, Vocabulary>>;

const sources = {
  ar: () => import('@faker-js/faker/locale/ar'),
  cs: () => import('@faker-js/faker/locale/cs_CZ'),
  de: () => import('@faker-js/faker/locale/de'),
  el: () => import('@faker-js/faker/locale/el'),
  en: () => import('@faker-js/faker/locale/en'),
  es: () => import('@faker-js/faker/locale/es'),
  fr: () => import('@faker-js/faker/locale/fr'),
  ja: () => import('@faker-js/faker/locale/ja'),
  ko: () => import('@faker-js/faker/locale/ko'),
  pl: () => import('@faker-js/faker/locale/pl'),
  pt: () => import('@faker-js/faker/locale/pt_BR'),
  sv: () => import('@faker-js/faker/locale/sv'),
  tr: () => import('@faker-js/faker/locale/tr'),
  zh: () => import('@faker-js/faker/locale/zh_CN'),
};

const familyNameFirst: ReadonlySet<Language> = new Set(['ja', 'ko', 'zh']);

/** Imports faker on demand: serving does not need it. */
export async function loadWords(): Promise<Words> {
  const entries = await Promise.all(
    Object.entries(sources).map(async ([language, source], at) => [
      language,
      vocabulary((await source()).faker, at),
    ]),
  );
  // Built from the keys of `sources`, which are the languages.
  return Object.fromEntries(entries) as Words;
}

export function fullName(language: Language, first: string, last: string): string {
  return familyNameFirst.has(language) ? `${last} ${first}` : `${first} ${last}`;
}

function vocabulary(faker: Faker, ordinal: number): Vocabulary {
  faker.seed(stream(0, 'words', ordinal).u32());
  return {
    firstNames: different(240, () => faker.person.firstName()),
    lastNames: different(360, () => faker.person.lastName()),
  };
}

/** Distinct values; fewer than `count` if the language has no more. */
function different(count: number, make: () => string): readonly string[] {
  const pool = new Set<string>();
  for (let attempt = 0; attempt < 3 * count && pool.size < count; attempt += 1) pool.add(make());
  return [...pool];
}
