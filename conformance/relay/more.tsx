import type { LoadMoreFn } from 'react-relay';
import type { OperationType } from 'relay-runtime';

export function More({ shown, load }: { readonly shown: boolean; readonly load: LoadMoreFn<OperationType> }) {
  if (!shown) return null;
  return (
    <button type="button" onClick={() => load(5)}>
      More
    </button>
  );
}
