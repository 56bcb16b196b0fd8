import { EventEmitter, once } from 'node:events';
import { onTestFinished } from 'vitest';
import type { EmbeddedGateway } from './backup-fixture.ts';

export interface WriteStream {
  /** The numbers of the customers whose creation was acknowledged, in order. */
  readonly acknowledged: readonly string[];
  /** Resolves when this number of writes was acknowledged. */
  reaches(count: number): Promise<void>;
  /** Returns the responses that acknowledged nothing. */
  stop(): Promise<readonly string[]>;
}

/** Creates customers BK-000001, BK-000002 … sequentially until it is stopped. */
export function startWrites(gateway: EmbeddedGateway): WriteStream {
  const acknowledged: string[] = [];
  const failures: string[] = [];
  const progress = new EventEmitter();
  let isStopped = false;
  async function create(number: string): Promise<void> {
    const answer = JSON.stringify(
      await gateway.execute(
        `mutation { customerCreate(input: { name: "Backup", number: "${number}" }) { customer { number } userErrors { message } } }`,
      ),
    );
    if (answer.includes(`"customer":{"number":"${number}"}`)) acknowledged.push(number);
    else failures.push(answer);
  }
  const done = (async () => {
    for (let n = 1; !isStopped && failures.length === 0; n += 1) {
      await create(`BK-${String(n).padStart(6, '0')}`);
      progress.emit('write');
    }
  })();
  const stop = async () => {
    isStopped = true;
    await done;
    return failures;
  };
  onTestFinished(async () => void (await stop()));
  return {
    acknowledged,
    async reaches(count) {
      while (acknowledged.length < count && failures.length === 0) await once(progress, 'write');
    },
    stop,
  };
}
