// Must run before GraphiQL's bundle, the next deferred script: the editor reads its worker URLs from here.
import { openExamples } from './examples-menu.js';
import { offerExplain } from './explain.js';
import { createFetcher } from './fetcher.js';
import { followResponses, keepResult } from './result.js';
import { openSession } from './session.js';
import { storage } from './storage.js';
import { openedTab } from './tabs.js';

const workers = {
  editorWorkerService: 'editor-worker.js',
  json: 'json-worker.js',
  graphql: 'graphql-worker.js',
};

self.MonacoEnvironment = {
  globalAPI: true,
  getWorkerUrl: (_module, label) => new URL(workers[label], import.meta.url).href,
};

/** Names in other alphabets are ordinary data, which the editor would mark as suspicious. */
function keepCharactersPlain({ editor }) {
  const unicodeHighlight = { ambiguousCharacters: false, invisibleCharacters: false, nonBasicASCII: false };
  editor.onDidCreateEditor((each) => each.updateOptions({ unicodeHighlight }));
}

/** Longer URLs are rejected by browsers and proxies. */
const maxLink = 4_000;

/** Keeps the operation in the address of the page, by which it can be shared. */
function linkTo(query) {
  const link = `${location.pathname}?${new URLSearchParams({ query })}`;
  history.replaceState(null, '', query && link.length <= maxLink ? link : location.pathname);
}

async function start() {
  const link = new URL(location.href).searchParams.get('query');
  const session = await openSession();
  offerExplain(session);
  const fetcher = createFetcher('/graphql', keepResult);
  const tabs = await openExamples(session, fetcher);
  keepCharactersPlain(self.monaco);
  followResponses(self.monaco);
  const options = {
    title: 'Customer gateway',
    shouldPersistHeaders: false,
    ...openedTab(link, tabs[0]),
    defaultTabs: link ? [{ query: link, variables: '' }, ...tabs] : tabs,
    onEditQuery: linkTo,
    fetcher,
    storage,
  };
  self.YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), options);
}

addEventListener('DOMContentLoaded', () => {
  start().catch(({ message }) => {
    document.getElementById('root').textContent = `GraphiQL cannot start: ${message}`;
  });
});
