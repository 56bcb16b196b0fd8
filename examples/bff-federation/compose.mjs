// Composes the supergraph of the gateway and the invoices and writes it to supergraph.graphql. A router finds
// the services at CUSTOMERS_URL and INVOICES_URL. Neither service has to run.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** The SDL that `_service` returns, printed by the gateway's own command. */
const customers = () =>
  execFileSync(process.execPath, [main, 'schema', '--federation'], { encoding: 'utf8', maxBuffer: 2 ** 24 });

const invoices = () => readFileSync(new URL('invoices/schema.graphql', import.meta.url), 'utf8');

/** Composes the supergraph with the services' URLs. Throws if the services do not compose. */
export function compose(urls) {
  const { supergraphSdl, errors } = composeServices([
    { name: 'customers', url: urls.customers, typeDefs: parse(customers()) },
    { name: 'invoices', url: urls.invoices, typeDefs: parse(invoices()) },
  ]);
  if (errors)
    throw new Error(`The services cannot be composed:\n${errors.map(({ message }) => message).join('\n')}`);
  return supergraphSdl;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { CUSTOMERS_URL = 'http://127.0.0.1:4000/graphql', INVOICES_URL = 'http://127.0.0.1:4100/graphql' } =
    process.env;
  writeFileSync('supergraph.graphql', compose({ customers: CUSTOMERS_URL, invoices: INVOICES_URL }));
}
