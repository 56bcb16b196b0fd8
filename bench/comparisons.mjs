import { requestFor } from './arena.mjs';
import { browserOrigin } from './contestants/index.mjs';

/** The headers of a browser in a request of urql. */
const browserHeaders = {
  accept:
    'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
  origin: browserOrigin,
  referer: `${browserOrigin}/customers`,
  'user-agent':
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'accept-language': 'en-US,en;q=0.9',
  'sec-fetch-dest': 'empty',
  'sec-fetch-mode': 'cors',
  'sec-fetch-site': 'cross-site',
};

const browser = (encoding) => (runner, operation, subjects) => {
  const request = requestFor(runner, operation, subjects);
  const headers = { ...request.headers, ...browserHeaders, 'accept-encoding': encoding };
  return [{ ...request, headers }];
};

const requestOfAccount = (runner, operation, subjects, account) =>
  requestFor({ ...runner, headers: account.headers[runner.name] }, operation, { ...subjects, ...account });

/**
 * The same operation sent by different callers, whose rounds alternate. The first caller is the base of the
 * ratios. `order: 'random'`: each request is one of the caller's at random.
 */
export const comparisons = [
  {
    name: 'browser',
    about:
      '`point` and `list` with the headers of a browser (`Origin`, `Accept` of urql), without and with gzip',
    operations: ['point', 'list'],
    callers: [
      { name: 'server', requests: (...given) => [requestFor(...given)] },
      { name: 'browser', requests: browser('identity') },
      { name: 'browser, gzip', requests: browser('gzip, br'), plain: 'browser' },
    ],
  },
  {
    name: 'accounts',
    about: '`point` and `list`, each request of one of 200 accounts at random',
    operations: ['point', 'list'],
    hasOwnDatabase: true,
    order: 'random',
    callers: [
      {
        // As many requests, so that the load process does the same work.
        name: 'one account',
        requests: (runner, operation, subjects) =>
          subjects.accounts.map(() => requestOfAccount(runner, operation, subjects, subjects.accounts[0])),
      },
      {
        name: '200 accounts',
        requests: (runner, operation, subjects) =>
          subjects.accounts.map((account) => requestOfAccount(runner, operation, subjects, account)),
      },
    ],
  },
];
