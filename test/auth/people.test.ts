import { expect, test, vi } from 'vitest';
import { newId } from '../../src/db/model/id.ts';
import { insert } from '../db/sql-rows.ts';
import { issued } from './gateway.ts';
import { makeKey, openProvider } from './key-server.ts';

const key = await makeKey('people');
const { account, ask, pool, sign, store } = await openProvider([key], { provision: true });
const other = await insert(pool, 'accounts');

const query = '{ viewer { accountUser { id name email status user { emailVerifiedAt } } } }';

let made = 0;
/** The claims of a person whom the gateway does not know. */
function newPerson(claims: object = {}) {
  made += 1;
  return { sub: `person-${made}`, email: `person-${made}@example.com`, email_verified: true, ...claims };
}

async function signIn(claims: object) {
  const { status, body } = await ask(`Bearer ${await sign(key, {}, claims)}`, query);
  return { status, user: body.data?.viewer.accountUser };
}

const setStatus = (id: string, status: string) =>
  pool.query('update account_users set status = $2::account_user_status where id = $1', [id, status]);

const addUser = async (email: string, status = 'ACTIVE', account_id = account) => {
  const user_id = await insert(pool, 'users', { account_id, email });
  return insert(pool, 'account_users', { account_id, user_id, status });
};

const countOf = async (email: string): Promise<number> =>
  (await pool.query('select from users where email = $1', [email])).rowCount ?? 0;

test('the first sign-in of a person creates an account user, later ones find it', async () => {
  const person = newPerson({ name: ' Ada Lovelace ' });

  const first = await signIn(person);
  const second = await signIn({ ...person, email: 'renamed@example.com', name: 'Renamed' });

  expect(first).toEqual({
    status: 200,
    user: {
      id: expect.stringMatching(/^acu_/),
      name: 'Ada Lovelace',
      email: person.email,
      status: 'ACTIVE',
      user: { emailVerifiedAt: expect.any(String) },
    },
  });
  expect(second).toEqual(first);
});

test('a token without an email is a service’s, and one with the id of an account user is that user’s', async () => {
  const id = await addUser('by-id@example.com');
  const service = '{ viewer { accountUser { id } scopes } }';

  const { body } = await ask(`Bearer ${await sign(key, {}, { sub: 'nightly' })}`, service);
  const empty = await signIn({ sub: 'nightly', email: '' });

  expect(body.data.viewer).toEqual({ accountUser: null, scopes: ['customers:read'] });
  expect(empty).toEqual({ status: 200, user: null });
  expect((await signIn({ sub: id, email: 'else@example.com' })).user.id).toBe(id);
  expect(await countOf('else@example.com')).toBe(0);
});

test('a verified email links the account user that has it, in any case of letters', async () => {
  const id = await addUser('Invited@Example.com');

  const { user } = await signIn(newPerson({ email: 'INVITED@example.com' }));
  const again = await signIn(newPerson({ email: 'invited@example.com', email_verified: 'true' }));

  expect(user).toMatchObject({ id, user: { emailVerifiedAt: expect.any(String) } });
  expect(again.user.id).toBe(id);
});

test.for([[undefined], [false], ['false'], [1]])(
  'an email with email_verified %j links no account user, and is stored only if it is free',
  async ([email_verified]) => {
    const held = newPerson().email;
    const id = await addUser(held);

    const stranger = await signIn(newPerson({ email: held, email_verified }));
    const { email, ...claims } = newPerson({ email_verified });
    const unverified = await signIn({ ...claims, email });

    expect(stranger.user).toMatchObject({ email: null, user: { emailVerifiedAt: null } });
    expect(stranger.user.id).not.toBe(id);
    expect(unverified.user).toMatchObject({ email, user: { emailVerifiedAt: null } });
  },
);

test('a person who has verified an email takes it from one who only claimed it', async () => {
  const { email, ...claims } = newPerson();
  const squatter = await signIn({ ...newPerson({ email_verified: false }), email });

  const owner = await signIn({ ...claims, email });

  expect(owner.user).toMatchObject({ email, user: { emailVerifiedAt: expect.any(String) } });
  expect(owner.user.id).not.toBe(squatter.user.id);
  const { rows } = await pool.query(
    'select u.email from users u join account_users s on s.user_id = u.id where s.id = $1',
    [squatter.user.id],
  );
  expect(rows).toEqual([{ email: null }]);
});

test('an email that an administrator has set links, although its person has signed in', async () => {
  const before = await signIn(newPerson({ email_verified: false }));
  const { email, ...claims } = newPerson();
  await pool.query(
    'update users u set email = $2 from account_users s where s.user_id = u.id and s.id = $1',
    [before.user.id, email],
  );

  expect((await signIn({ ...claims, email })).user.id).toBe(before.user.id);
});

test.for(['DISABLED', 'REMOVED'])('a %s user is rejected, also with another subject', async (status) => {
  const { email, ...claims } = newPerson();
  const { user } = await signIn({ ...claims, email });
  await setStatus(user.id, status);

  const same = await signIn({ ...claims, email, jti: 'another token' });
  const invited = newPerson().email;
  await addUser(invited, status);

  expect(same.status).toBe(401);
  expect((await signIn({ ...newPerson(), email })).status).toBe(401);
  expect((await signIn({ ...newPerson(), email, email_verified: false })).status).toBe(401);
  expect((await signIn({ ...newPerson(), email: invited })).status).toBe(401);
  await setStatus(user.id, 'ACTIVE');
  expect((await signIn({ ...claims, email, jti: 'a third' })).user.id).toBe(user.id);
});

test('fifty first sign-ins at the same time, by one token and by several, create one user', async () => {
  const { email, ...claims } = newPerson();
  const token = await sign(key, {}, { ...claims, email });
  const others = Array.from({ length: 25 }, (_, at) => sign(key, {}, { ...claims, email, jti: `${at}` }));
  const tokens = [...Array<string>(25).fill(token), ...(await Promise.all(others))];

  const answers = await Promise.all(tokens.map((each) => ask(`Bearer ${each}`, query)));

  const ids = new Set(answers.map(({ body }) => body.data?.viewer.accountUser.id));
  expect(ids.size).toBe(1);
  expect(await countOf(email)).toBe(1);
});

test('two subjects with one verified email that sign in at the same time are one user', async () => {
  const { email } = newPerson();
  const people = Array.from({ length: 10 }, () => ({ ...newPerson(), email }));

  const answers = await Promise.all(people.map(signIn));

  expect(new Set(answers.map(({ user }) => user.id)).size).toBe(1);
});

test('the same identity and email are another user in another account', async () => {
  const person = newPerson();
  const ours = await signIn(person);
  const theirs = await signIn({ ...person, account: other });
  await setStatus(ours.user.id, 'REMOVED');

  expect(theirs).toMatchObject({ status: 200, user: { email: person.email } });
  expect(theirs.user.id).not.toBe(ours.user.id);
  expect((await signIn({ ...person, account: other, jti: 'new' })).status).toBe(200);
});

test.for<readonly [string, object]>([
  ['an account that does not exist', { account: newId('Account') }],
  ['an email that is not a text', { email: 1 }],
  ['an email without an at sign', { email: 'ada' }],
  ['an email that is too long', { email: `${'a'.repeat(250)}@example.com` }],
  ['a control character in the subject', { sub: 'a\u0000b' }],
  ['an unpaired surrogate in the subject', { sub: 'a\ud800' }],
  ['a control character in the email', { email: 'a\u0000@example.com' }],
])('a token with %s gets 401', async ([, claims]) => {
  expect((await signIn({ ...newPerson(), ...claims })).status).toBe(401);
});

test('without AUTH_PROVISION, only people who are account users can sign in', async () => {
  const plain = await openProvider([key]);
  const user_id = await insert(plain.pool, 'users', {
    account_id: plain.account,
    email: 'known@example.com',
  });
  const id = await insert(plain.pool, 'account_users', { account_id: plain.account, user_id });
  const answerTo = async (email: string) =>
    plain.ask(
      `Bearer ${await plain.sign(key, {}, { sub: email, email, email_verified: true, account: plain.account })}`,
      query,
    );

  expect((await answerTo('unknown@example.com')).status).toBe(401);
  expect((await answerTo('known@example.com')).body.data.viewer.accountUser.id).toBe(id);
  expect((await plain.pool.query('select from users')).rowCount).toBe(1);
});

test('changes are made in the name of the account user', async () => {
  const token = await sign(key, {}, { ...newPerson(), scope: 'customers:read customers:write' });
  const change = `mutation { customerCreate(input: { name: "Made" }) {
    customer { events { nodes { actor { type accountUser { id } } } } } } }`;

  const { body } = await ask(`Bearer ${token}`, change);
  const { body: viewer } = await ask(`Bearer ${token}`, query);

  expect(body.data.customerCreate.customer.events.nodes).toEqual([
    { actor: { type: 'ACCOUNT_USER', accountUser: { id: viewer.data.viewer.accountUser.id } } },
  ]);
});

test('an identity is of one issuer', async () => {
  const person = newPerson();
  await signIn(person);
  const identity = { accountId: account, subject: person.sub };

  expect(
    await store.findIdentities([
      { ...identity, issuer: 'https://else.test/' },
      { ...identity, issuer: issued.issuer },
    ]),
  ).toEqual([undefined, expect.objectContaining({ isActive: true })]);
});

test('a person who is disabled is rejected after 5 s, and lastUsedAt is written', async () => {
  const token = await sign(key, {}, newPerson());
  const { body } = await ask(`Bearer ${token}`, query);
  const { id } = body.data.viewer.accountUser;
  const lastUse = async () =>
    (await pool.query('select last_used_at from account_users where id = $1', [id])).rows[0].last_used_at;
  await expect.poll(lastUse, { timeout: 10_000 }).not.toBeNull();
  await setStatus(id, 'DISABLED');

  const { now } = performance;
  vi.spyOn(performance, 'now').mockImplementation(() => now.call(performance) + 5_000);
  const { status } = await ask(`Bearer ${token}`, query);
  vi.restoreAllMocks();

  expect(status).toBe(401);
});
