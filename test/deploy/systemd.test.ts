import { expect, test } from 'vitest';
import { graceSeconds, nodeOptions, oldSpaceBytes, read } from './manifests.ts';

/** The directives of a unit; the last value of each. */
const directivesOf = (unit: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...read(`deploy/systemd/${unit}.service`).matchAll(/^(\w+)=(.*)$/gm)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );

const gateway = directivesOf('customer-gateway');
const migrate = directivesOf('customer-gateway-migrate');

test('the unit starts the gateway as `npm start` does, and gives it time to stop', () => {
  expect(gateway.ExecStart).toBe(`/usr/bin/node ${nodeOptions.join(' ')} dist/main.js serve`);
  expect(Number(gateway.TimeoutStopSec)).toBeGreaterThanOrEqual(graceSeconds({}));
  expect(gateway.KillMode).toBe('mixed');
  expect(Number.parseInt(gateway.MemoryMax ?? '', 10) * 1024 ** 3).toBeGreaterThan(oldSpaceBytes);
  expect(migrate.ExecStart).toBe('/usr/bin/node dist/main.js migrate');
  expect(migrate.Type).toBe('oneshot');
});

test('both units have the same user, folder and restrictions', () => {
  const restrictions = /^(Dynamic|Protect|Private|NoNew|Capab|Ambient|Restrict|Lock|Remove|UMask|System)/;
  const hardened = Object.entries(gateway).filter(([name]) => restrictions.test(name));

  expect(hardened.length).toBeGreaterThan(20);
  expect(migrate).toMatchObject(Object.fromEntries(hardened));
  for (const name of ['WorkingDirectory', 'EnvironmentFile', 'Environment'])
    expect(migrate[name]).toBe(gateway[name]);
});
