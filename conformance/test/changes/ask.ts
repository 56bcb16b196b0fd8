/** Returns the data of a response; throws on errors. */
export async function ask<T>(url: string, query: string, variables: object = {}, token?: string): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** Retries until a gateway responds: of the gateways that are killed and restarted, one is soon available. */
export async function askUntilAnswered<T>(
  urls: () => string,
  query: string,
  variables: object = {},
): Promise<T> {
  for (;;)
    try {
      return await ask<T>(urls(), query, variables);
    } catch (error) {
      if (!isOutage(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
}

const isOutage = (error: unknown): boolean =>
  error instanceof TypeError || (error instanceof Error && error.message.includes('SERVICE_UNAVAILABLE'));
