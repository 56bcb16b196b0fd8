import { Window } from 'happy-dom';
import { act, type ReactNode, Suspense } from 'react';
import { RelayEnvironmentProvider } from 'react-relay';
import type { Relay } from './environment';

// React looks for `window` and `document` on import, so they must be set before.
const window = new Window();
const { document, navigator } = window;
for (const [name, value] of Object.entries({ window, document, navigator, IS_REACT_ACT_ENVIRONMENT: true }))
  Object.defineProperty(globalThis, name, { value, configurable: true });
const { createRoot } = await import('react-dom/client');

/** Renders the children and waits for their data. Returns a function that selects elements in order. */
export async function show({ environment, answered }: Relay, children: ReactNode) {
  const main = globalThis.document.createElement('main');
  const page = (
    <RelayEnvironmentProvider environment={environment}>
      <Suspense fallback="…">{children}</Suspense>
    </RelayEnvironmentProvider>
  );
  await act(async () => createRoot(main).render(page));
  await act(answered);
  return (selector: string) => [...main.querySelectorAll<HTMLElement>(selector)];
}

/** Clicks a button and waits for the responses to the requests it sends. */
export function press(button: HTMLElement, { answered }: Relay) {
  return act(() => {
    button.click();
    return answered();
  });
}
