import { EventEmitter, once } from 'node:events';
import { gql } from '@apollo/client';
import { requestSubscription } from 'relay-runtime';
import type { changesSubscription } from '../../relay/__generated__/changesSubscription.graphql.ts';
import { changes } from '../../relay/changes.ts';

/** The names of the created customers that a client received, in order. */
export class Received {
  readonly names: unknown[] = [];
  isComplete = false;
  readonly #changed = new EventEmitter();

  add(name: unknown): void {
    this.names.push(name);
    this.#changed.emit('name');
  }

  fail(error: unknown): void {
    this.#changed.emit('error', error);
  }

  complete(): void {
    this.isComplete = true;
  }

  async until(count: number): Promise<readonly unknown[]> {
    while (this.names.length < count) await once(this.#changed, 'name');
    return this.names;
  }
}

/** Subscribes to the changes after a cursor; returns the function that unsubscribes. */
type Subscribe = (after: string, received: Received) => () => void;

const text = `subscription Changes($after: String) {
  customerChanged(after: $after) { cursor customer { id name } } }`;

interface Result {
  readonly data?: {
    readonly customerChanged: { readonly customer: { readonly name: string } | null };
  } | null;
  readonly errors?: readonly object[];
}

const nameIn = ({ data, errors }: Result): unknown => errors ?? data?.customerChanged.customer?.name;

/** The clients of docs/clients.md. They are loaded when `fetch` is the one of the page. */
export async function loadClients(): Promise<Readonly<Record<string, Subscribe>>> {
  const { subscribe } = await import('../../subscriptions/subscribe.js');
  const { client: apollo } = await import('../../subscriptions/apollo.js');
  const { client: urql } = await import('../../subscriptions/urql.js');
  const { environment } = await import('../../subscriptions/relay.js');
  return {
    'graphql-sse': (after, received) =>
      subscribe(
        { query: text, variables: { after } },
        {
          next: (result: Result) => received.add(nameIn(result)),
          error: (error: unknown) => received.fail(error),
          complete: () => received.complete(),
        },
      ),
    'Apollo Client': (after, received) => {
      const running = apollo
        .subscribe<NonNullable<Result['data']>>({ query: gql(text), variables: { after } })
        .subscribe({
          next: ({ data, error }) => received.add(error ?? nameIn({ data: data ?? null })),
          error: (error) => received.fail(error),
        });
      return () => running.unsubscribe();
    },
    urql: (after, received) => {
      const running = urql
        .subscription<NonNullable<Result['data']>>(text, { after })
        .subscribe(({ data, error }) => received.add(error ?? nameIn({ data: data ?? null })));
      return () => running.unsubscribe();
    },
    Relay: (after, received) => {
      const running = requestSubscription<changesSubscription>(environment, {
        subscription: changes,
        variables: { after },
        onNext: (data) => received.add(data?.customerChanged.customer?.name),
        onError: (error) => received.fail(error),
      });
      return () => running.dispose();
    },
  };
}
