import { newId } from '../db/model/id.ts';
import type { CredentialStore, IdentifiedUser, Identity, Person } from '../db/wire/credential.ts';
import type { Observation } from '../observe/observation.ts';
import { CredentialError } from './credential.ts';
import { LookUp } from './look-up.ts';

type Store = Pick<CredentialStore, 'findIdentities' | 'signIn'>;

const textOf = ({ accountId, issuer, subject }: Identity): string =>
  JSON.stringify([accountId, issuer, subject]);

/** Finds the account users of persons, and creates them if tokens may. */
export class Persons {
  readonly #store: Store;
  readonly #canCreate: boolean;
  readonly #known: LookUp<Identity, IdentifiedUser | undefined>;
  readonly #signingIn = new Map<string, Promise<IdentifiedUser | undefined>>();

  constructor(store: Store, canCreate: boolean) {
    this.#store = store;
    this.#canCreate = canCreate;
    this.#known = new LookUp((identities, requests) => store.findIdentities(identities, requests), textOf);
  }

  /** Returns the id of the person's account user; throws a CredentialError if there is none that can sign in. */
  async accountUserOf(person: Person, request?: Observation): Promise<string> {
    const user = (await this.#known.now(person, request)) ?? (await this.#signIn(person, request));
    if (user === undefined) throw new CredentialError('a token of a person who is not an account user');
    if (!user.isActive) throw new CredentialError('a token of a disabled or removed account user');
    return user.accountUserId;
  }

  /** Signs an unknown identity in once for all requests that wait for it. */
  #signIn(person: Person, request?: Observation): Promise<IdentifiedUser | undefined> {
    const key = textOf(person);
    const pending =
      this.#signingIn.get(key) ??
      this.#store
        .signIn(person, this.#canCreate ? [newId('User'), newId('AccountUser')] : null, request && [request])
        .finally(() => void this.#signingIn.delete(key));
    this.#signingIn.set(key, pending);
    return pending;
  }
}
