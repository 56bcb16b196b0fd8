import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../src/config.ts';

const secret = 's'.repeat(32);
const tokens = { AUTH_JWT_SECRET: secret, AUTH_ISSUER: 'https://issuer.test', AUTH_AUDIENCE: 'gateway' };
const jwks = 'https://issuer.test/jwks.json';

function faultsOf(environment: NodeJS.ProcessEnv): readonly string[] {
  try {
    readConfig(environment, { serving: true });
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n');
    throw error;
  }
}

const how =
  'set AUTH_JWKS_URL or AUTH_JWT_SECRET (with AUTH_ISSUER and AUTH_AUDIENCE), or AUTH_API_KEY_SECRET.';
const hostFault = `HOST must be a loopback address (127.0.0.1, ::1, localhost) without sign-in; for other addresses, ${how}`;
const productionFault = `NODE_ENV is production, which requires sign-in: ${how}`;
const short = 'must have at least 32 bytes: create one with `openssl rand -base64 32`.';

test.for<readonly [NodeJS.ProcessEnv, readonly string[]]>([
  [{}, []],
  [{ HOST: '::1', NODE_ENV: 'development' }, []],
  [{ HOST: '0.0.0.0' }, [hostFault]],
  [{ NODE_ENV: 'production' }, [productionFault]],
  [{ HOST: '::', NODE_ENV: 'production', AUTH_JWT_SECRET: '' }, [hostFault, productionFault]],
  [{ ...tokens, HOST: '0.0.0.0', NODE_ENV: 'production' }, []],
  [{ AUTH_API_KEY_SECRET: secret, HOST: '0.0.0.0', NODE_ENV: 'production' }, []],
  [{ ...tokens, AUTH_JWT_SECRET: 's'.repeat(31) }, [`AUTH_JWT_SECRET ${short}`]],
  [{ ...tokens, AUTH_JWT_SECRET: 'ü'.repeat(16) }, []],
  [{ AUTH_API_KEY_SECRET: 'short' }, [`AUTH_API_KEY_SECRET ${short}`]],
  [
    { AUTH_JWT_SECRET: secret },
    ['AUTH_ISSUER must be set with AUTH_JWT_SECRET.', 'AUTH_AUDIENCE must be set with AUTH_JWT_SECRET.'],
  ],
  [{ AUTH_JWKS_URL: jwks, AUTH_ISSUER: 'i' }, ['AUTH_AUDIENCE must be set with AUTH_JWKS_URL.']],
  [{ ...tokens, AUTH_SESSION_SECRET: secret }, []],
  [{ ...tokens, AUTH_SESSION_SECRET: 'short' }, [`AUTH_SESSION_SECRET ${short}`]],
  [{ AUTH_SESSION_SECRET: secret }, [`AUTH_SESSION_SECRET requires sign-in: ${how}`]],
  [
    { ...tokens, AUTH_OIDC_ISSUER: 'https://issuer.test', AUTH_OIDC_CLIENT_ID: 'pages' },
    ['AUTH_OIDC_ISSUER requires AUTH_JWKS_URL, by which the tokens of its issuer are verified.'],
  ],
  [
    { AUTH_JWKS_URL: jwks, AUTH_ISSUER: 'i', AUTH_AUDIENCE: 'a', AUTH_OIDC_ISSUER: 'https://issuer.test' },
    ['AUTH_OIDC_CLIENT_ID must be set with AUTH_OIDC_ISSUER.'],
  ],
  [{ ...tokens, AUTH_OIDC_CLIENT_ID: 'pages' }, ['AUTH_OIDC_CLIENT_ID requires AUTH_OIDC_ISSUER.']],
  [{ AUTH_ISSUER: 'i' }, ['AUTH_ISSUER applies to tokens only: also set AUTH_JWKS_URL or AUTH_JWT_SECRET.']],
  [
    { ...tokens, AUTH_JWKS_URL: jwks },
    ['AUTH_JWKS_URL and AUTH_JWT_SECRET cannot both be set; set the one that tokens are verified with.'],
  ],
  ...['nonsense', 'http://issuer.test/jwks.json', 'file:///keys.json'].map(
    (AUTH_JWKS_URL) =>
      [
        { AUTH_JWKS_URL, AUTH_ISSUER: 'i', AUTH_AUDIENCE: 'a' },
        ['AUTH_JWKS_URL must be an https URL (http on a loopback address only).'],
      ] as const,
  ),
  ...['http://127.0.0.1:80/keys', 'http://[::1]/keys', jwks].map(
    (AUTH_JWKS_URL) => [{ AUTH_JWKS_URL, AUTH_ISSUER: 'i', AUTH_AUDIENCE: 'a' }, []] as const,
  ),
  [
    { AUTH_JWT_SECRET: 'short', PORT: 'x' },
    [
      'PORT must be a port number, 0 to 65535 (0: any free port).',
      `AUTH_JWT_SECRET ${short}`,
      'AUTH_ISSUER must be set with AUTH_JWT_SECRET.',
      'AUTH_AUDIENCE must be set with AUTH_JWT_SECRET.',
    ],
  ],
])('%j: %j', ([environment, faults]) => {
  expect(faultsOf(environment)).toEqual(faults);
});

test('a command that does not serve requests needs no sign-in', () => {
  expect(readConfig({ NODE_ENV: 'production', HOST: '0.0.0.0' }).signIn).toBeUndefined();
});

test('an error about an option does not contain secrets', () => {
  const faults = faultsOf({ AUTH_JWT_SECRET: 'of-somebody', AUTH_API_KEY_SECRET: 'of-somebody', PORT: '1' });

  expect(faults.join()).not.toContain('of-somebody');
});
