import { once } from 'node:events';
import { address } from '../../bench/processes.mjs';
import { freePort } from '../shared/ports.mjs';
import { ask } from './load.mjs';

const query = '{ viewer { account { name } scopes } customers { totalCount } }';

async function firstAccount(image, environment) {
  const person = ['--email', 'ada@example.com', '--admin-name', 'Ada Lovelace'];
  return (await image.run(['init', '--name', 'Drill', ...person], environment)).trim();
}

async function checkAnswers(gateway, image, environment, key, findings) {
  const { origin } = new URL(await address(gateway, 'The gateway of the image'));
  await image.checkHealth(environment);
  const ready = await (await fetch(`${origin}/ready`)).json();
  if (ready.state !== 'ready') findings.push(`/ready reports ${JSON.stringify(ready)}`);
  const { data, errors } = (await ask(origin, key, query)) ?? {};
  if (data?.viewer.account.name !== 'Drill' || data.customers.totalCount !== 0)
    findings.push(`the query returned ${JSON.stringify({ data, errors })}`);
}

async function checkStop(gateway, findings) {
  const exited = once(gateway, 'exit');
  gateway.kill('SIGTERM');
  const [code] = await exited;
  if (code !== 0) findings.push(`after SIGTERM, the gateway ended with ${code}`);
}

/** Files of the image that a gateway changed. */
export const changesOf = async (image) =>
  (await image.changes()).map((path) => `the gateway changed the image: ${path}`);

/**
 * Starts the services of deploy/compose.yaml in their order, the gateway from the image.
 * @returns {Promise<{ key: string, findings: string[] }>} an API key of the first account
 */
export async function rehearse(image, services) {
  const findings = (await image.unneededPackages()).map((name) => `the image contains ${name}`);
  const environment = { ...services.environment, PORT: String(await freePort()), DRAIN_MS: '100' };
  await image.run(['migrate'], environment);
  const key = await firstAccount(image, environment);
  const gateway = image.serve('gateway', environment);
  await checkAnswers(gateway, image, environment, key, findings);
  await checkStop(gateway, findings);
  findings.push(...(await changesOf(image)));
  return { key, findings };
}
