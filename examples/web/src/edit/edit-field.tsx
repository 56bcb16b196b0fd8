import type { ChangeEvent } from 'react';
import { statuses } from '../ui/words.ts';
import { type FieldPath, fields } from './fields.ts';

export const idOf = (path: FieldPath): string => `edit-${path}`;

interface Props {
  readonly path: FieldPath;
  readonly value: string;
  readonly fault: string | undefined;
  readonly onChange: (value: string) => void;
}

export function EditField({ path, value, fault, onChange }: Props) {
  const { label, kind } = fields[path];
  const id = idOf(path);
  const shared = {
    id,
    value,
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>) =>
      onChange(target.value),
    'aria-invalid': fault !== undefined,
    'aria-describedby': fault === undefined ? undefined : `${id}-fault`,
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {kind === 'status' && (
        <select {...shared}>
          {Object.entries(statuses).map(([status, said]) => (
            <option key={status} value={status}>
              {said}
            </option>
          ))}
        </select>
      )}
      {kind === 'long' && <textarea rows={3} {...shared} />}
      {kind !== 'status' && kind !== 'long' && <input type={kind} autoComplete="off" {...shared} />}
      {fault && (
        <p id={`${id}-fault`} className="fault">
          {fault}
        </p>
      )}
    </div>
  );
}
