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

/** Relay with an empty store, that asks the gateway at this address. */
export function relayOf(url: string, headers: Readonly<Record<string, string>> = {}) {
  const asked: string[] = [];
  const answers: Promise<GraphQLResponse>[] = [];
  async function ask({ id, name, text }: RequestParameters, variables: Variables): Promise<GraphQLResponse> {
    asked.push(name);
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      // Of a document that the compiler persisted, only its id goes out.
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
    /** The operations that went out, in order. */
    asked,
    /** When all of them are answered. */
    answered: () => Promise.all(answers),
  };
}
