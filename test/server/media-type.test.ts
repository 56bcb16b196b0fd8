import { expect, test } from 'vitest';
import { isJson, responseType } from '../../src/server/http/request-headers.ts';

const json = 'application/json';
const graphql = 'application/graphql-response+json';

test.each([
  [undefined, json],
  ['', json],
  ['*/*', json],
  ['application/*', json],
  [json, json],
  [graphql, graphql],
  ['APPLICATION/JSON', json],
  ['application/json; charset=utf-8', json],
  [`${graphql}; charset=utf-8, ${json}; charset=utf-8`, graphql],
  // Apollo Client
  [`${graphql},application/json;q=0.9`, graphql],
  // urql
  [`${graphql}, application/graphql+json, application/json, text/event-stream, multipart/mixed`, graphql],
  // Relay and browsers
  ['application/json, text/plain, */*', json],
  [`${json}, ${graphql}`, json],
  [`${json};q=0.5, ${graphql}`, graphql],
  [`${graphql};q=0, */*`, json],
  [`${graphql};q=0.1, */*;q=0.2`, json],
  [`*/*;q=0.1, ${graphql}`, graphql],
  [`${json};q=nothing, ${graphql};q=0.1`, graphql],
  ['text/event-stream', undefined],
  ['multipart/mixed', undefined],
  ['text/html', undefined],
  ['application/json; charset=latin1', undefined],
  [`${json};q=0`, undefined],
  [`${json};q=0, ${graphql};q=0, */*`, undefined],
])('for accept: %s the response is %s', (accept, type) => {
  expect(responseType(accept)).toBe(type);
});

test.each([
  [json, true],
  ['Application/JSON', true],
  ['application/json;charset=utf-8', true],
  ['application/json ; charset=UTF-8', true],
  ['application/jsonp', false],
  ['text/plain', false],
  ['', false],
  [undefined, false],
])('content-type: %s is JSON: %s', (type, expected) => {
  expect(isJson(type)).toBe(expected);
});
