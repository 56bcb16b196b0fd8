import { agentOf, attackerAddress, post } from '../abuse/client.mjs';

const [origin, connections] = process.argv.slice(2);
let answered = 0;

/** Sends reads over one connection, one after the other, until the process ends. */
async function repeat(connection) {
  const agent = agentOf({ localAddress: attackerAddress(connection) });
  for (;;) {
    await post(origin, { query: '{ customers(first: 10) { nodes { id name } } }' }, { agent });
    answered += 1;
    if (answered === Number(connections)) process.send?.('busy');
  }
}

process.on('disconnect', () => process.exit());
for (let connection = 0; connection < Number(connections); connection += 1) void repeat(connection);
