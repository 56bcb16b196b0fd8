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
  /** The message of a failed request, which has no user errors. */
  readonly failure: string | null;
}

const pathOf = (fault: Fault): string => fault.path.join('.');

function useFocusOnFault(faults: readonly Fault[]): void {
  useEffect(() => {
    const first = paths.find((path) => faults.some((fault) => pathOf(fault) === path));
    if (first) document.getElementById(idOf(first))?.focus();
  }, [faults]);
}

/** The problems that belong to none of the form's fields. */
const General = ({ faults, failure }: Pick<Props, 'faults' | 'failure'>) => (
  <div role="alert" className="faults">
    {failure && <p>{failure}</p>}
    {faults.map((fault) => !isFieldPath(pathOf(fault)) && <p key={fault.message}>{fault.message}</p>)}
  </div>
);

export function EditForm({ values, change, save, cancel, isSaving, faults, failure }: Props) {
  useFocusOnFault(faults);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  // The gateway validates all rules; the browser's own checks would cover only some of them.
  return (
    <form onSubmit={submit} noValidate>
      <h2 id="edit-title">Edit the customer</h2>
      <General faults={faults} failure={failure} />
      {paths.map((path) => (
        <EditField
          key={path}
          path={path}
          value={values[path]}
          fault={faults.find((fault) => pathOf(fault) === path)?.message}
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
