import type pg from 'pg';
import type { Pooling } from './pool.ts';
import { checkSeparateSessions, isDirect, ProbeStarved } from './pooler-probe.ts';
import { checkSettings, SessionError, type SessionSettings } from './serving-session.ts';

const checkTimeoutMs = 5_000;
/** The validity of a pooler check. A pooler can be added or reconfigured while the gateway runs. */
const validMs = 10_000;

interface PoolerCheck {
  readonly startedAt: number;
  readonly done: Promise<void>;
}

class SessionVerifier {
  readonly #config: pg.ClientConfig & Pooling;
  readonly #settings: SessionSettings;
  #check: PoolerCheck | undefined;
  #hasPassed = false;

  constructor(config: pg.ClientConfig & Pooling, settings: SessionSettings) {
    this.#config = config;
    this.#settings = settings;
  }

  async verify(client: pg.PoolClient): Promise<void> {
    const processId = await checkSettings(client, this.#settings);
    if (this.#config.pooling === 'transaction' || isDirect(client, processId)) return;
    await this.#checkPooler();
  }

  #checkPooler(): Promise<void> {
    const now = performance.now();
    if (this.#check === undefined || now - this.#check.startedAt > validMs)
      this.#check = { startedAt: now, done: this.#probe() };
    return this.#check.done;
  }

  async #probe(): Promise<void> {
    try {
      await checkSeparateSessions(this.#config, this.#settings);
      this.#hasPassed = true;
    } catch (error) {
      // After an earlier success, this only means that all connections of a session pooler are in use.
      if (!(error instanceof ProbeStarved && this.#hasPassed)) throw error;
    }
  }
}

export function verifySession(
  config: pg.ClientConfig & Pooling,
  settings: SessionSettings,
  onError: (error: Error) => void,
): NonNullable<pg.PoolConfig['verify']> {
  const verifier = new SessionVerifier(config, settings);
  return (client, done) => {
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new SessionError(`A new connection received no response within ${checkTimeoutMs} ms.`)),
        checkTimeoutMs,
      );
    });
    const failed = (error: Error) => {
      if (error instanceof SessionError) onError(error);
      done(error);
    };
    Promise.race([verifier.verify(client), timeout])
      .finally(() => clearTimeout(timer))
      .then(() => done(), failed);
  };
}
