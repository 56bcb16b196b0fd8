import { Environment, Network, Observable, RecordSource, Store } from 'relay-runtime';
import { getToken } from './sign-in.js';
import { subscribe } from './subscribe.js';

const documentOf = ({ id, name, text }) => ({
  ...(id ? { documentId: id } : { query: text }),
  operationName: name,
});

async function fetchFunction(request, variables) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await getToken()}` },
    body: JSON.stringify({ ...documentOf(request), variables }),
  });
  return response.json();
}

const subscribeFunction = (request, variables) =>
  Observable.create((sink) => subscribe({ ...documentOf(request), variables }, sink));

export const environment = new Environment({
  network: Network.create(fetchFunction, subscribeFunction),
  store: new Store(new RecordSource()),
});
