// npm run bench: what the first page of 200,000 customers costs, and page 4,000. Interleaved rounds, so that a busy
// machine slows both alike: the ratio is what counts. A base of its own in .data/bench is made once.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const main = join(root, 'dist', 'main.js');
const env = {
  ...process.env,
  DATA_DIR: join(root, '.data', 'bench'),
  PORT: '0',
  DATABASE_URL: '',
  // One caller asks for more than anyone may.
  LIMIT_BUCKET: '1000000000',
  LIMIT_REFILL: '1000000000',
};
const [customers, pageSize, depth, rounds, perRound] = [200_000, 20, 80_000, 12, 200];

function seed() {
  const { status } = spawnSync(process.execPath, [main, 'seed', '--customers', String(customers)], {
    env,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

async function serve() {
  const gateway = spawn(process.execPath, [main, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  for await (const chunk of gateway.stdout) {
    printed += chunk;
    const url = /http:\S+/.exec(printed)?.[0];
    if (url) return { gateway, url };
  }
  throw new Error(`The gateway did not start:\n${printed}`);
}

const agent = new Agent({ keepAlive: true });

function post(url, query, variables) {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { agent, method: 'POST', headers: { 'content-type': 'application/json' } },
      async (response) => {
        let text = '';
        for await (const chunk of response) text += chunk;
        const { data, errors } = JSON.parse(text);
        if (errors) reject(new Error(JSON.stringify(errors)));
        else resolve(data);
      },
    );
    sent.on('error', reject);
    sent.end(JSON.stringify({ query, variables }));
  });
}

const page = `query Page($first: Int, $after: String) {
  customers(first: $first, after: $after) { nodes { id number name status createdAt } pageInfo { hasNextPage endCursor } }
}`;

async function cursorAt(url, rows) {
  let after = null;
  for (let done = 0; done < rows; done += 250) {
    const { customers } = await post(url, page, { first: Math.min(250, rows - done), after });
    after = customers.pageInfo.endCursor;
  }
  return after;
}

async function time(url, after) {
  const start = performance.now();
  for (let i = 0; i < perRound; i++) await post(url, page, { first: pageSize, after });
  return (performance.now() - start) / perRound;
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

seed();
const { gateway, url } = await serve();
try {
  const deep = await cursorAt(url, depth);
  const [first, last] = [[], []];
  for (let round = -2; round < rounds; round++) {
    const figures = [await time(url, null), await time(url, deep)];
    // Two rounds warm up.
    if (round >= 0) {
      first.push(figures[0]);
      last.push(figures[1]);
    }
  }
  const result = {
    date: new Date().toISOString().slice(0, 10),
    node: process.version,
    cpu: cpus()[0]?.model,
    customers,
    pageSize,
    'page 1, ms': Number(median(first).toFixed(3)),
    [`page ${depth / pageSize}, ms`]: Number(median(last).toFixed(3)),
    ratio: Number((median(last) / median(first)).toFixed(3)),
  };
  console.table(result);
  mkdirSync(join(root, 'bench', 'results'), { recursive: true });
  writeFileSync(
    join(root, 'bench', 'results', `${result.date}-paging.json`),
    `${JSON.stringify(result, null, 2)}\n`,
  );
} finally {
  agent.destroy();
  gateway.kill('SIGINT');
  await once(gateway, 'exit');
}
