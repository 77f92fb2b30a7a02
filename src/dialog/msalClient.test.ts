import { expect, it } from 'vitest';
import { isProviderAnswer } from './msalClient.ts';

it.each([
  ['#code=a&state=b', '', true],
  ['#error=access_denied&state=b', '', true],
  ['', '?code=a&state=b', true],
  ['', '?claims=%7B%7D&choose=1', false],
  ['#', '?_host_Info=Word$Win32', false],
  ['', '', false],
])('isProviderAnswer of %s %s is %s', (hash, search, answer) =>
  expect(isProviderAnswer({ hash, search })).toBe(answer),
);
