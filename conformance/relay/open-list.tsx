import { act, createRef } from 'react';
import { CustomerList, type ListHandle } from './customer-list';
import type { Relay } from './environment';
import { show } from './page';

type Settle = (error: Error | null) => void;

/** Renders a list on its own page. Each action resolves when its data is rendered. */
export async function openList(relay: Relay, variables: object) {
  const ref = createRef<ListHandle>();
  const find = await show(relay, <CustomerList handle={ref} variables={variables} />);
  const handle = () => {
    if (!ref.current) throw new Error('There is no list on the page.');
    return ref.current;
  };
  const step = (start: (onComplete: Settle) => unknown) =>
    act(
      () =>
        new Promise<void>((resolve, reject) => {
          start((error) => (error ? reject(error) : resolve()));
        }),
    );
  return {
    ids: () => find('li').map(({ id }) => id),
    names: () => find('li').map(({ textContent }) => textContent),
    hasNext: () => handle().hasNext,
    hasPrevious: () => handle().hasPrevious,
    next: (count: number) => step((onComplete) => handle().loadNext(count, { onComplete })),
    previous: (count: number) => step((onComplete) => handle().loadPrevious(count, { onComplete })),
    /** Refetches the list with another filter or order. */
    async change(to: object) {
      await act(async () => handle().refetch(to));
      await act(relay.answered);
    },
  };
}
