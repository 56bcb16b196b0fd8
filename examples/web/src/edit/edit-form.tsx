import { type FormEvent, useEffect } from 'react';
import { EditField, idOf } from './edit-field.tsx';
import { type FieldPath, isFieldPath, paths, type Values } from './fields.ts';
import type { Fault } from './save.ts';

interface Props {
  readonly values: Values;
  readonly change: (path: FieldPath, value: string) => void;
  readonly save: () => void;
  readonly cancel: () => void;
  readonly isSaving: boolean;
  readonly faults: readonly Fault[];
  /** Why nothing was answered. */
  readonly failure: string | null;
}

export function EditForm({ values, change, save, cancel, isSaving, faults, failure }: Props) {
  const faultAt = (path: FieldPath) => faults.find((fault) => fault.path.join('.') === path)?.message;
  const elsewhere = faults.filter((fault) => !isFieldPath(fault.path.join('.')));
  const general = [...elsewhere.map(({ message }) => message), ...(failure ? [failure] : [])];

  useEffect(() => {
    const first = paths.find((path) => faults.some((fault) => fault.path.join('.') === path));
    if (first) document.getElementById(idOf(first))?.focus();
  }, [faults]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  // The gateway knows the rules; the browser's own checks would only know some of them.
  return (
    <form onSubmit={submit} noValidate>
      <h2 id="edit-title">Edit the customer</h2>
      <div role="alert" className="faults">
        {general.map((message) => (
          <p key={message}>{message}</p>
        ))}
      </div>
      {paths.map((path) => (
        <EditField
          key={path}
          path={path}
          value={values[path]}
          fault={faultAt(path)}
          onChange={(value) => change(path, value)}
        />
      ))}
      <p className="actions">
        <button type="submit" className="primary" aria-disabled={isSaving}>
          {isSaving ? 'Saving …' : 'Save'}
        </button>
        <button type="button" onClick={cancel}>
          Cancel
        </button>
      </p>
    </form>
  );
}
