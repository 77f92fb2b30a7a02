import { expect, it } from 'vitest';
import { isAuthorizationResponse } from './msalClient.ts';

it.each([
  ['#code=a&state=b', '', true],
  ['#error=access_denied&state=b', '', true],
  ['', '?code=a&state=b', true],
  ['', '?claims=%7B%7D&choose=1', false],
  ['#', '?_host_Info=Word$Win32', false],
  ['', '', false],
])('recognizes an authorization response in hash %j and query %j: %s', (hash, search, expected) =>
  expect(isAuthorizationResponse({ hash, search })).toBe(expected),
);
