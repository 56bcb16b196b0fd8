// npm start: starts the gateway and the BFF in front of it. Ctrl-C stops both, the BFF first.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createBff } from './bff.mjs';
import { startGateway } from './gateway-process.mjs';

const { PORT = '4100', GATEWAY_PORT = '4000', GATEWAY_URL } = process.env;
const { DATA_DIR = fileURLToPath(new URL('../.data', import.meta.url)) } = process.env;

const stopped = new Promise((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => resolve(0));
});
const gateway = GATEWAY_URL ? undefined : await startGateway({ port: GATEWAY_PORT, dataDir: DATA_DIR });
const gatewayUrl = GATEWAY_URL ?? gateway.url;

const server = createServer(createBff(gatewayUrl)).listen(Number(PORT), '127.0.0.1');
await once(server, 'listening').catch(async (error) => {
  await gateway?.stop();
  throw error;
});
console.log(
  `Gateway: ${gatewayUrl}\nBFF: http://127.0.0.1:${server.address().port}/graphql\nCtrl-C stops both.`,
);

process.exitCode = await Promise.race([stopped, ...(gateway ? [gateway.ended.then(() => 1)] : [])]);
server.close();
server.closeIdleConnections();
await once(server, 'close');
await gateway?.stop();
