import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import type { SourceRecord } from '../../../src/importers/record.ts';
import * as add from '../../builders.ts';
import { customer, openImports } from './records.ts';

const { db, importInto } = await openImports();

setFlagsFromString('--expose-gc');
// The function that the flag adds to new contexts.
const collectGarbage = runInNewContext('gc') as () => void;

test('records that are saved do not stay in memory', async () => {
  const account = await add.addAccount(db);
  const count = 16;
  const records: WeakRef<object>[] = [];
  let held = 0;
  async function* input(): AsyncGenerator<SourceRecord> {
    for (let at = 0; at < count; at += 1) {
      const raw = { note: String(at).repeat(3 << 20) };
      records.push(new WeakRef(raw));
      yield customer(String(at), {}, { raw });
    }
    collectGarbage();
    held = records.filter((each) => each.deref() !== undefined).length;
  }

  const { report } = await importInto(account.id, input(), { isDry: true });

  expect(report.read).toBe(count);
  expect(held).toBeLessThan(count / 2);
});
