import { type DemoAccount, meridian } from './accounts.ts';
import { end, instant, later, settingsStart } from './clock.ts';
import { demoId } from './ids.ts';
import { emailName } from './names.ts';
import { type Random, weighted } from './random.ts';
import type { DemoRow, Rows } from './rows.ts';
import { fullName, type Language, type Words } from './words.ts';

export interface People {
  readonly salesRepIds: readonly string[];
  readonly accountUserIds: readonly string[];
}

/** A person before an account has it as a user. */
export type Person = Omit<DemoRow<'User'>, 'accountId'>;

type RoleEntry = readonly [name: string, type: DemoRow<'Role'>['type'], permissions: readonly string[]];

const SHARED = 4;

const systemRoles: readonly RoleEntry[] = [
  ['Administrator', 'ADMIN', ['customers', 'orders', 'settings'].flatMap(allActions)],
  ['Member', 'USER', ['customers:read', 'orders:read']],
  ['Scanner', 'SCANNER', ['inventory:read', 'inventory:update']],
  ['Sales representative', 'SALES_REP', [...allActions('customers'), 'orders:read']],
  ['Agent', 'AGENT', ['customers:read']],
];
const ownRoles: readonly RoleEntry[] = [
  ['Credit control', 'USER', ['customers:read', 'customers:update']],
  ['Werkstatt & Lager', 'USER', []],
];
const departments: readonly (readonly [name: string, notes: string | null])[] = [
  ['Inside sales', 'Answers the phone from 7 to 18 h, Central Time.'],
  ['Field sales', null],
  ['Accounts receivable', 'Month-end close on the third working day.'],
  ['Warehouse', null],
  ['Customer care', 'Also in Español, Français and 日本語.'],
];
const statuses = weighted({ ACTIVE: 8, DISABLED: 1, REMOVED: 1 });
const languages: readonly Language[] = ['en', 'en', 'en', 'en', 'es', 'fr', 'de', 'pl', 'sv', 'ja'];

export function addRoles(rows: Rows, random: Random, accountId: string | null): readonly string[] {
  return (accountId === null ? systemRoles : ownRoles).map(([name, type, permissions]) => {
    const id = demoId('Role', settingsStart, random);
    const dates = { createdAt: settingsStart, updatedAt: settingsStart };
    rows.add('Role', { id, accountId, name, type, permissions: [...permissions], ...dates });
    return id;
  });
}

/** People whom both accounts know, each with its own row of the same id. */
export function makeSharedPeople(random: Random, words: Words): readonly Person[] {
  return Array.from({ length: SHARED }, (_, at) => makePerson(random, words, at, meridian.domain));
}

export function addPeople(
  rows: Rows,
  random: Random,
  words: Words,
  account: DemoAccount,
  roleIds: readonly string[],
  shared: readonly Person[],
): People {
  const departmentIds = departments.map(([name, notes]) =>
    addDepartment(rows, random, account.id, name, notes),
  );
  const newcomers = account.ordinal === 1 ? 56 : 8;
  const people = [
    ...shared,
    ...Array.from({ length: newcomers }, (_, at) => makePerson(random, words, SHARED + at, account.domain)),
  ];
  const accountUserIds = people.map((person, at) => {
    rows.add('User', { accountId: account.id, ...person });
    const seat = {
      userId: person.id,
      roleId: roleIds[at % (roleIds.length + 1)] ?? null,
      departmentIds,
      first: at === 0,
    };
    return addAccountUser(rows, random, account.id, seat);
  });
  return { accountUserIds, salesRepIds: accountUserIds.filter((_, at) => at % 2 === 0) };
}

function addDepartment(
  rows: Rows,
  random: Random,
  accountId: string,
  name: string,
  notes: string | null,
): string {
  const id = demoId('Department', settingsStart, random);
  rows.add('Department', { accountId, id, name, notes, createdAt: settingsStart, updatedAt: settingsStart });
  return id;
}

/** The first users each lack one value, so that every column has a null. */
function makePerson(random: Random, words: Words, ordinal: number, domain: string): Person {
  const language = random.pick(languages);
  const first = random.pick(words[language].firstNames);
  const last = random.pick(words[language].lastNames);
  const handle = emailName(`${first} ${last}`, `user-${ordinal}`).slice(0, 24).replaceAll('-', '.');
  const createdAt = instant(random, settingsStart, later(settingsStart, 3000));
  const id = demoId('User', createdAt, random);
  return {
    id,
    email: ordinal === 4 ? null : `${handle}@${domain}`,
    name: ordinal === 5 ? null : fullName(language, first, last),
    username: random.maybe(0.8, () => `${handle}.${domain.slice(0, 3)}`),
    emailVerifiedAt: random.maybe(0.7, () => instant(random, createdAt)),
    imageUrl: random.maybe(0.5, () => `https://images.example.com/people/${handle}.png`),
    createdAt,
    updatedAt: createdAt,
  };
}

interface Seat {
  readonly userId: string;
  readonly roleId: string | null;
  readonly departmentIds: readonly string[];
  readonly first: boolean;
}

function addAccountUser(rows: Rows, random: Random, accountId: string, seat: Seat): string {
  const createdAt = instant(random, later(settingsStart, 3000), later(settingsStart, 3600));
  const id = demoId('AccountUser', createdAt, random);
  const status = random.pick(statuses);
  rows.add('AccountUser', {
    accountId,
    id,
    status: seat.first ? 'ACTIVE' : status,
    userId: seat.userId,
    roleId: seat.roleId,
    departmentId: random.maybe(0.85, () => random.pick(seat.departmentIds)),
    lastUsedAt: random.maybe(0.8, () => instant(random, createdAt, end)),
    createdAt,
    updatedAt: createdAt,
  });
  return id;
}

function allActions(subject: string): readonly string[] {
  return ['create', 'read', 'update', 'delete'].map((action) => `${subject}:${action}`);
}
