import type { Db } from '../../db/client.ts';
import { execute } from '../../db/read/statement.ts';
import { type Transaction, transaction } from '../../db/write/transaction.ts';
import { type SourceSystem, sourceSystems } from '../../domain/source-system.ts';
import { type Author, Writer } from '../../domain/write/writer.ts';

/** The account that a run writes to, as the source system. */
export interface Target {
  readonly accountId: string;
  readonly writer: Writer;
  readonly isDry: boolean;
  /** Reads of the account's rows, each in a transaction of its own. */
  readonly reads: Pick<Transaction, 'run' | 'accountId'>;
  /** Runs statements that are sent in one write, with their commit; none in a dry run. */
  save(work: (transaction: Transaction) => readonly Promise<unknown>[]): Promise<void>;
}

const actors: Readonly<Record<SourceSystem, string>> = {
  [sourceSystems.AUGNO]: 'Augno',
  [sourceSystems.INVENTORY_PRO]: 'InventoryPro',
  [sourceSystems.COMMERCE_LAYER]: 'Commerce Layer',
  [sourceSystems.OTHER]: 'Import',
};

/** The name of the source system as the actor of events. */
export const actorNamed = (system: SourceSystem): string => actors[system];

/** The author of the writes of an import. */
export const authorOf = (accountId: string, system: SourceSystem): Author => ({
  ...{ accountId, caller: 'import', actor: actors[system], actorType: 'SOURCE' },
});

export function targetOf(db: Db, accountId: string, system: SourceSystem, isDry: boolean): Target {
  const author = authorOf(accountId, system);
  const session = db.$session(author);
  return {
    accountId,
    isDry,
    writer: new Writer({ db, author, onChange: () => undefined }),
    reads: { accountId, run: (statement) => execute(session, statement) },
    save: async (work) => {
      if (isDry) return;
      await transaction(db, author, async (open) => {
        await Promise.all([...work(open), open.commit()]);
      });
    },
  };
}
