import { useEffect, useRef, useState } from 'react';
import { graphql, useFragment } from 'react-relay';
import type { editDialog_customer$key } from './__generated__/editDialog_customer.graphql.ts';
import { Conflict } from './conflict.tsx';
import { EditForm } from './edit-form.tsx';
import { type Reading, readingOf, type Values } from './fields.ts';
import { useSave } from './save.ts';

const fragment = graphql`
  fragment editDialog_customer on Customer {
    id
    ...fields_customer
  }
`;

interface Props {
  readonly customer: editDialog_customer$key;
  /** Receives the message to announce; empty if nothing was saved. */
  readonly onClose: (said: string) => void;
}

export function EditDialog({ customer, onClose }: Props) {
  const data = useFragment(fragment, customer);
  const dialog = useRef<HTMLDialogElement>(null);
  const said = useRef('');
  /** The version that the changes are relative to. */
  const [read, setRead] = useState(() => readingOf(data));
  const [written, setWritten] = useState(read.values);
  const [theirs, setTheirs] = useState<Reading | null>(null);
  const { save, ...state } = useSave({
    id: data.id,
    onStale: setTheirs,
    onSaved: ({ version }) => {
      said.current = `Saved. This is version ${version}.`;
      dialog.current?.close();
    },
  });

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);

  const decide = (values: Values, by: Reading) => {
    setWritten(values);
    setRead(by);
    setTheirs(null);
    save(values, by);
  };

  return (
    <dialog ref={dialog} aria-labelledby="edit-title" onClose={() => onClose(said.current)}>
      {theirs ? (
        <Conflict
          read={read.values}
          mine={written}
          theirs={theirs}
          decide={decide}
          cancel={() => dialog.current?.close()}
        />
      ) : (
        <EditForm
          values={written}
          change={(path, value) => setWritten({ ...written, [path]: value })}
          save={() => save(written, read)}
          cancel={() => dialog.current?.close()}
          {...state}
        />
      )}
    </dialog>
  );
}
