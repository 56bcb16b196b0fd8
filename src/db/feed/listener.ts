import { Client, type ClientConfig } from '../wire/connection.ts';
import { TextBatch } from '../wire/text-batch.ts';
import { channel } from './notifier.ts';

const [minPauseMs, maxPauseMs] = [100, 5_000];

/** A dead server sends neither notifications nor an error. `answerMs` can shorten the interval. */
const maxHeartbeatMs = 10_000;

interface ListenerOptions {
  readonly config: ClientConfig;
  /** Undefined if any account may have changes, because no connection was listening. */
  readonly onNotice: (accountId: string | undefined) => void;
}

export class Listener {
  readonly #options: ListenerOptions;
  #client: Client | undefined;
  #isClosed = false;
  #timer: NodeJS.Timeout | undefined;
  #heartbeat: NodeJS.Timeout | undefined;

  constructor(options: ListenerOptions) {
    this.#options = options;
    void this.#open(minPauseMs);
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    clearInterval(this.#heartbeat);
    void this.#client?.end().catch(() => undefined);
  }

  async #open(pauseMs: number): Promise<void> {
    const { config, onNotice } = this.#options;
    const client = new Client(config);
    this.#client = client;
    let isLost = false;
    let isListening = false;
    const lose = () => {
      if (isLost) return;
      isLost = true;
      clearInterval(this.#heartbeat);
      void client.end().catch(() => undefined);
      if (!this.#isClosed)
        this.#openLater(isListening ? minPauseMs : Math.min(2 * pauseMs, maxPauseMs), pauseMs);
    };
    client.on('error', lose).on('end', lose);
    client.on('notification', ({ payload }) => onNotice(payload));
    try {
      await client.connect();
      await runQuery(client, `/* customerChangesListen */ listen ${channel}`);
      isListening = true;
      this.#keepAsking(client, config.answerMs);
      onNotice(undefined);
    } catch {
      lose();
    }
  }

  #keepAsking(client: Client, answerMs = maxHeartbeatMs): void {
    if (this.#isClosed) return;
    const beat = () => void runQuery(client, '/* customerChangesAlive */ select').catch(() => undefined);
    this.#heartbeat = setInterval(beat, Math.min(answerMs, maxHeartbeatMs)).unref();
  }

  #openLater(nextPauseMs: number, pauseMs: number): void {
    this.#timer = setTimeout(() => void this.#open(nextPauseMs), pauseMs).unref();
  }
}

const runQuery = (client: Client, text: string): Promise<unknown> =>
  new Promise((completed, failed) =>
    client.query(new TextBatch([{ text, values: [] }], { completed, failed })),
  );
