import {
  Environment,
  type GraphQLResponse,
  Network,
  RecordSource,
  type RequestParameters,
  Store,
  type Variables,
} from 'relay-runtime';

export type Relay = ReturnType<typeof relayOf>;

/** A Relay environment with an empty store that sends requests to this URL. */
export function relayOf(url: string, headers: Readonly<Record<string, string>> = {}) {
  const asked: string[] = [];
  const answers: Promise<GraphQLResponse>[] = [];
  async function ask({ id, name, text }: RequestParameters, variables: Variables): Promise<GraphQLResponse> {
    asked.push(name);
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      // For a persisted document, sends only its id.
      body: JSON.stringify({ ...(id ? { documentId: id } : { query: text }), variables }),
    });
    return response.json();
  }
  const network = Network.create((params, variables) => {
    const answer = ask(params, variables);
    answers.push(answer);
    return answer;
  });
  return {
    environment: new Environment({ network, store: new Store(new RecordSource()) }),
    /** The names of the requested operations, in order. */
    asked,
    /** Resolves when all responses have arrived. */
    answered: () => Promise.all(answers),
  };
}
