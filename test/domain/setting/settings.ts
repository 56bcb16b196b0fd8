import type { Caller } from '../../gateway.ts';
import { mutate, type Result } from '../../mutation.ts';

/** The mutations of one kind of setting, by its name: `carrier`. */
export function mutationsOf(us: Caller, kind: string, selection = '') {
  const write = (verb: string) => (input: object) =>
    mutate(us, `${kind}${verb}`, input, `${kind} { id ${selection} }`);
  return {
    create: write('Create'),
    update: write('Update'),
    remove: (input: object): Promise<Result> =>
      mutate(us, `${kind}Delete`, input, 'deletedId', 'DeleteInput'),
  };
}
