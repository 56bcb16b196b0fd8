// Must run before GraphiQL's bundle, the next deferred script: the editor reads its worker URLs from here.
import { openExamples } from './examples-menu.js';
import { offerExplain } from './explain.js';
import { createFetcher } from './fetcher.js';
import { showResult } from './result.js';
import { openSession } from './session.js';
import { storage } from './storage.js';

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

async function start() {
  const link = new URL(location.href).searchParams.get('query');
  const session = await openSession();
  offerExplain(session);
  const fetcher = createFetcher('/graphql', showResult);
  const tabs = await openExamples(session, fetcher);
  keepCharactersPlain(self.monaco);
  const options = {
    title: 'Customer gateway',
    shouldPersistHeaders: false,
    // Without `query`, a second visit opens an empty tab.
    query: link ?? tabs[0].query,
    defaultTabs: link ? [{ query: link, variables: '' }, ...tabs] : tabs,
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
