import { Window } from 'happy-dom';
import { act, type ReactNode, Suspense } from 'react';
import { RelayEnvironmentProvider } from 'react-relay';
import type { Relay } from './environment';

// React looks for a page when it is loaded.
const window = new Window();
const { document, navigator } = window;
for (const [name, value] of Object.entries({ window, document, navigator, IS_REACT_ACT_ENVIRONMENT: true }))
  Object.defineProperty(globalThis, name, { value, configurable: true });
const { createRoot } = await import('react-dom/client');

/** Shows it, with all that it asks for. Answers what finds the page's elements, in their order. */
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

/** Presses a button, and waits for what that brings. */
export function press(button: HTMLElement, { answered }: Relay) {
  return act(() => {
    button.click();
    return answered();
  });
}
