import { tasks } from './examples.js';
import { fill, sampleQuery, valuesOf } from './fill.js';
import { openTab } from './tabs.js';

const menu = document.getElementById('examples');

/** The scopes of a session; without sign-in, every caller has all of them. */
const canReadCustomers = ({ signsIn, scopes }) => !signsIn || scopes.includes('customers:read');

async function readSample(session, fetcher) {
  if (!canReadCustomers(session)) return null;
  const { data } = await fetcher({ query: sampleQuery, operationName: 'Samples' });
  return data ?? null;
}

function heading(text) {
  const made = document.createElement('h2');
  made.textContent = text;
  return made;
}

function choice({ title, tab }) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = title;
  button.addEventListener('click', () => {
    menu.open = false;
    openTab(tab);
  });
  return button;
}

/** Fills the menu with the account's own ids. Returns the tabs of a first visit. */
export async function openExamples(session, fetcher) {
  const values = valuesOf(await readSample(session, fetcher), session.signsIn);
  const filled = tasks.map(({ task, examples }) => ({
    task,
    examples: examples.map(({ title, query, variables }) => ({
      title,
      tab: {
        query,
        variables: variables ? JSON.stringify(fill(variables, values), null, 2) : '',
      },
    })),
  }));
  menu
    .querySelector('div')
    .replaceChildren(...filled.flatMap(({ task, examples }) => [heading(task), ...examples.map(choice)]));
  menu.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') menu.open = false;
  });
  return [filled[0].examples[0].tab];
}
