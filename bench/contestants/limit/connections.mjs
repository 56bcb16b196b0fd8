import pg from 'pg';

const asText = { getTypeParser: () => (value) => value };

/** Opens connections; returns the function that runs a query on a free one, or on the next one that becomes free. */
export async function connect(size, options) {
  const config = { connectionString: process.env.DATABASE_URL, application_name: 'limit', options };
  const free = await Promise.all(
    Array.from({ length: size }, async () => {
      const client = new pg.Client(config);
      await client.connect();
      return client;
    }),
  );
  const waiting = [];
  return function run(query, done) {
    const client = free.pop();
    if (client === undefined) return waiting.push([query, done]);
    client.query({ ...query, types: asText }, (error, result) => {
      free.push(client);
      const next = waiting.shift();
      if (next !== undefined) run(...next);
      done(error, result);
    });
  };
}
