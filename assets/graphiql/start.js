// Runs before GraphiQL's bundle, which is the next deferred script: the editor looks for its workers here.
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
