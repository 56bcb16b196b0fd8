import { tasks } from './examples.js';
import { fill, sampleQuery, valuesOf } from './fill.js';
import { closeLikeMenu } from './popup.js';
import { openTab } from './tabs.js';

const menu = document.getElementById('examples');

const scopesOf = (query) => ['customers:read', ...(/^mutation/m.test(query) ? ['customers:write'] : [])];

/** The scopes that a query needs and the session does not have; without sign-in, every caller has all of them. */
const missingFor = (query, { signsIn, scopes }) =>
  signsIn ? scopesOf(query).filter((scope) => !scopes.includes(scope)) : [];

async function readSample(session, fetcher) {
  if (missingFor(sampleQuery, session).length > 0) return null;
  const { data } = await fetcher({ query: sampleQuery, operationName: 'Samples' });
  return data ?? null;
}

function heading(text) {
  const made = document.createElement('h2');
  made.textContent = text;
  return made;
}

function choice({ title, tab, missing }) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = missing.length === 0 ? title : `${title} (needs ${missing.join(', ')})`;
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
      missing: missingFor(query, session),
      tab: {
        query,
        variables: variables ? JSON.stringify(fill(variables, values), null, 2) : '',
      },
    })),
  }));
  menu
    .querySelector('div')
    .replaceChildren(...filled.flatMap(({ task, examples }) => [heading(task), ...examples.map(choice)]));
  closeLikeMenu(menu);
  return [filled[0].examples[0].tab];
}
