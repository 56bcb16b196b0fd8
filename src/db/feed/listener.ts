import pg from 'pg';
import { channel } from './notifier.ts';

const [firstPause, longestPause] = [100, 5_000];

export interface ListenerOptions {
  readonly config: pg.ClientConfig;
  /** Told whose changes have grown; undefined: perhaps anybody's, since nobody listened before. */
  readonly onNotice: (accountId: string | undefined) => void;
}

/** The process's one connection that hears of changes; made anew whenever it is lost. */
export class Listener {
  readonly #options: ListenerOptions;
  #client: pg.Client | undefined;
  #isClosed = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: ListenerOptions) {
    this.#options = options;
    void this.#open(firstPause);
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    void this.#client?.end().catch(() => undefined);
  }

  async #open(pause: number): Promise<void> {
    const { config, onNotice } = this.#options;
    const client = new pg.Client(config);
    this.#client = client;
    let isLost = false;
    let isUp = false;
    const lose = () => {
      if (isLost) return;
      isLost = true;
      void client.end().catch(() => undefined);
      if (!this.#isClosed) this.#openLater(isUp ? firstPause : Math.min(2 * pause, longestPause), pause);
    };
    client.on('error', lose).on('end', lose);
    client.on('notification', ({ payload }) => onNotice(payload));
    try {
      await client.connect();
      await client.query(`/* customerChangesListen */ listen ${channel}`);
      isUp = true;
      onNotice(undefined);
    } catch {
      lose();
    }
  }

  #openLater(next: number, pause: number): void {
    this.#timer = setTimeout(() => void this.#open(next), pause).unref();
  }
}
