import type { ServerResponse } from 'node:http';

/** Maximum bytes of responses that clients have not read. */
const maxUnsentBytes = 64_000_000;
/** Time for a client to read a response. */
const maxUnsentMs = 60_000;

interface Unsent {
  readonly response: ServerResponse;
  readonly bytes: number;
}

/** They hold memory, but no slot. Above the maximum, the account with the most bytes loses its oldest. */
export class UnsentResponses {
  readonly #accounts = new Map<string, Set<Unsent>>();
  readonly #bytesOf = new Map<string, number>();
  readonly #maxBytes: number;
  #bytes = 0;

  constructor(max = maxUnsentBytes) {
    this.#maxBytes = max;
  }

  get bytes(): number {
    return this.#bytes;
  }

  add(response: ServerResponse, accountId: string): void {
    if (response.writableFinished || response.destroyed) return;
    const { writableLength: bytes } = response;
    const unsent = { response, bytes };
    const ofAccount = this.#accounts.get(accountId) ?? new Set();
    this.#accounts.set(accountId, ofAccount.add(unsent));
    this.#count(accountId, bytes);
    const timer = setTimeout(() => response.destroy(), maxUnsentMs).unref();
    response.once('close', () => {
      clearTimeout(timer);
      this.#remove(accountId, unsent);
    });
    while (this.#bytes > this.#maxBytes) this.#dropOne();
  }

  #count(accountId: string, bytes: number): void {
    this.#bytes += bytes;
    this.#bytesOf.set(accountId, (this.#bytesOf.get(accountId) ?? 0) + bytes);
  }

  #remove(accountId: string, unsent: Unsent): void {
    const ofAccount = this.#accounts.get(accountId);
    if (!ofAccount?.delete(unsent)) return;
    this.#count(accountId, -unsent.bytes);
    if (ofAccount.size > 0) return;
    this.#accounts.delete(accountId);
    this.#bytesOf.delete(accountId);
  }

  #dropOne(): void {
    const [accountId = ''] = [...this.#bytesOf].reduce((a, b) => (b[1] > a[1] ? b : a));
    const [oldest] = this.#accounts.get(accountId) ?? [];
    if (oldest === undefined) return;
    this.#remove(accountId, oldest);
    oldest.response.destroy();
  }
}
