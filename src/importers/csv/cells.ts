import { sourceSystems, systemNamed } from '../../domain/source-system.ts';
import { isObject } from '../../is-object.ts';
import type { Read } from '../mapping/field.ts';

function parsed(cell: unknown): unknown {
  try {
    return JSON.parse(String(cell));
  } catch {
    return undefined;
  }
}

/** A cell with a JSON object. */
export const jsonObject: Read = (cell, place) => {
  const value = parsed(cell);
  return isObject(value)
    ? value
    : place.warn('INVALID', 'A JSON object is expected, such as {"tier": "gold"}.');
};

const systemNames = Object.keys(sourceSystems).join(', ');

/** The key of a source record, as exports write it: `AUGNO:ac_1`. */
export const sourceRecord: Read = (cell, place) => {
  const [name = '', ...rest] = String(cell).split(':');
  const sourceId = rest.join(':').trim();
  const system = systemNamed(name.trim());
  return system === undefined || sourceId === ''
    ? place.warn(
        'INVALID',
        `A system, a colon and an id are expected, such as AUGNO:ac_1; systems are ${systemNames}.`,
      )
    : { system, sourceId };
};

/** The texts of a list in one cell: a JSON array, as exports write it, or texts between separators. */
function elementsOf(cell: string, separator: string): readonly string[] {
  const value = cell.trimStart().startsWith('[') ? parsed(cell) : undefined;
  const texts = Array.isArray(value) ? value.map(String) : cell.split(separator);
  return texts.map((each) => each.trim()).filter((each) => each !== '');
}

/** The reader of a list in one cell. */
export const listOf =
  (separator: string, read: Read): Read =>
  (cell, place) =>
    elementsOf(String(cell), separator).flatMap((each) => read(each, place) ?? []);
