// The upper limit: node:http, one hand-written statement per operation, and PostgreSQL's text sent unchanged.
import { createServer } from 'node:http';
import { serve } from '../serve.mjs';
import { connect } from './connections.mjs';
import { statements } from './statements.mjs';

const size = Number(process.env.POOL_SIZE);
// The connections of the gateway's role are opened by the first statement that needs them.
const run = await connect(size);
const restricted = `-c role=customer_gateway -c app.account_id=${process.env.ACCOUNT_ID}`;
let asGateway;

function runRestricted(query, done) {
  asGateway ??= connect(size, restricted);
  asGateway.then((runAsGateway) => runAsGateway(query, done), done);
}

const firstCell = ([[cell]]) => cell;

const queries = new Map(
  Object.entries(statements).map(
    ([operation, { with: common, text, build = firstCell, isRestricted, ...rest }]) => [
      `/${operation}`,
      {
        build,
        send: isRestricted ? runRestricted : run,
        query: { ...rest, text: common ? `with ${common} ${text}` : text, rowMode: 'array' },
      },
    ],
  ),
);

function answer(response, status, text) {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

const subscribers = new Set();

/** Keeps the response open; `publish` sends the written rows to all of them. */
function subscribe(response) {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  response.flushHeaders();
  subscribers.add(response);
  response.on('close', () => subscribers.delete(response));
}

function publish(text) {
  if (subscribers.size === 0) return;
  const event = `event: next\ndata: ${text}\n\n`;
  for (const each of subscribers) each.write(event);
}

function respond(request, response, body) {
  if (request.url === '/subscribe') return subscribe(response);
  const known = queries.get(request.url);
  if (known === undefined) return answer(response, 404, '{}');
  known.send({ ...known.query, values: JSON.parse(body) }, (error, result) => {
    if (error) return answer(response, 500, JSON.stringify({ errors: [{ message: error.message }] }));
    const text = known.build(result.rows);
    answer(response, 200, text);
    if (request.url === '/upsert') publish(text);
  });
}

serve(
  createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => respond(request, response, body));
  }),
);
