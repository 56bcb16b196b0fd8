import { useRef, useState } from 'react';
import { graphql, useMutation } from 'react-relay';
import type {
  saveMutation,
  saveMutation$data,
  saveMutation$variables,
} from './__generated__/saveMutation.graphql.ts';
import { changesOf, type Reading, readingOf, type Values } from './fields.ts';

const mutation = graphql`
  mutation saveMutation($input: CustomerUpdateInput!) {
    customerUpdate(input: $input) {
      customer {
        ...fields_customer
        # What the page shows of it is brought up to date with the answer.
        ...customerHeader_customer
        ...contact_customer
        ...events_customer
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`;

export type Fault = saveMutation$data['customerUpdate']['userErrors'][number];

/** One idempotency key per input: repeating the request after a lost response does not save twice. */
function useKey(): (input: object) => string {
  const last = useRef({ text: '', key: '' });
  return (input) => {
    const text = JSON.stringify(input);
    if (last.current.text !== text) last.current = { text, key: crypto.randomUUID() };
    return last.current.key;
  };
}

interface Saving {
  readonly id: string;
  readonly onSaved: (saved: Reading) => void;
  /** Called if another user saved in the meantime, with the current version. */
  readonly onStale: (theirs: Reading) => void;
}

export function useSave({ id, onSaved, onStale }: Saving) {
  const [commit, isSaving] = useMutation<saveMutation>(mutation);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const keyOf = useKey();

  const settle = ({ customerUpdate: { customer, userErrors } }: saveMutation$data) => {
    const now = customer && readingOf(customer);
    if (now && userErrors.some(({ code }) => code === 'STALE_VERSION')) onStale(now);
    else if (now && userErrors.length === 0) onSaved(now);
    else setFaults(userErrors);
  };
  const save = (values: Values, read: Reading) => {
    if (isSaving) return;
    setFaults([]);
    setFailure(null);
    const input: saveMutation$variables['input'] = {
      by: { id },
      ifVersion: read.version,
      ...changesOf(values, read.values),
    };
    const variables = { input: { ...input, idempotencyKey: keyOf(input) } };
    commit({ variables, onCompleted: settle, onError: ({ message }) => setFailure(message) });
  };
  return { save, isSaving, faults, failure };
}
