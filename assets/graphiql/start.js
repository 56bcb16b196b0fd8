// Must run before GraphiQL's bundle, the next deferred script: the editor reads its worker URLs from here.
const workers = {
  editorWorkerService: 'editor-worker.js',
  json: 'json-worker.js',
  graphql: 'graphql-worker.js',
};

self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_module, label) => new URL(workers[label], import.meta.url).href,
};

addEventListener('DOMContentLoaded', () => {
  const options = JSON.parse(document.getElementById('options').textContent);
  self.YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), options);
});
