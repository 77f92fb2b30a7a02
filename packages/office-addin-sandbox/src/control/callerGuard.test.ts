import { expect, it } from 'vitest';
import { sandboxOrigins } from '../ports.ts';
import { mayControl } from './callerGuard.ts';

const origins = sandboxOrigins();
const call = { remoteAddress: '127.0.0.1', host: 'localhost:3001', origin: undefined, site: undefined };

it('allows only loopback addresses', () => {
  for (const remoteAddress of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
    expect(mayControl({ ...call, remoteAddress }, origins)).toBe(true);
  }
  for (const remoteAddress of ['192.168.1.5', '::ffff:10.0.0.1', undefined]) {
    expect(mayControl({ ...call, remoteAddress }, origins)).toBe(false);
  }
});

it('allows the host page under the host name that it was opened with', () => {
  const host = 'word-edit.officeapps.live.com:3001';
  expect(mayControl({ ...call, host, origin: `https://${host}` }, origins)).toBe(true);
  expect(mayControl({ ...call, origin: `https://${host}` }, origins)).toBe(false);
});
