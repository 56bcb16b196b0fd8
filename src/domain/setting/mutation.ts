import type { Row } from '../../db/model/table.ts';
import type { Request } from '../write/idempotency.ts';
import type { Payload, Write, Writer } from '../write/writer.ts';
import {
  changeSetting,
  insertSetting,
  lockSetting,
  removeSetting,
  type SettingColumns,
  type SettingModel,
  settled,
} from './row.ts';

export type Keys = Request['input'];
export interface About extends Keys {
  readonly id: string;
}

interface SettingAnswer {
  readonly id: string;
}
export type SettingPayload = Promise<Payload<SettingAnswer>>;

type Read<M extends SettingModel> = (write: Write, current?: Row<M>) => Promise<SettingColumns<M>>;

export function createSetting<M extends SettingModel>(
  writer: Writer,
  request: Request,
  model: M,
  read: Read<M>,
): SettingPayload {
  return writer.run(request, async (write) => {
    const columns = await read(write);
    write.faults.settle();
    return { id: await insertSetting(write, model, columns) };
  });
}

export function updateSetting<M extends SettingModel>(
  writer: Writer,
  request: Request & { readonly input: About },
  model: M,
  read: Read<M>,
): SettingPayload {
  const { id } = request.input;
  return writer.run(request, async (write) => {
    const current = await lockSetting(write, model, id, 'no key update');
    const columns = await read(write, current);
    await changeSetting(write, model, settled(current, write), columns);
    return { id };
  });
}

/** The lock prevents new references meanwhile. */
export function deleteSetting<M extends SettingModel>(
  writer: Writer,
  request: Request & { readonly input: About },
  model: M,
  check: (write: Write, current: Row<M>) => Promise<void>,
): SettingPayload {
  const { id } = request.input;
  return writer.run(request, async (write) => {
    const current = settled(await lockSetting(write, model, id, 'update'), write);
    await check(write, current);
    write.faults.settle();
    await removeSetting(write, model, id);
    return { id };
  });
}
