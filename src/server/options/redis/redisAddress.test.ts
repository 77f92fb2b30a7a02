import { describe, expect, it } from 'vitest';
import { redisAddress, serverNameOf } from './redisAddress.ts';

describe('redisAddress', () => {
  it.each([
    ['redis://localhost', { host: 'localhost', port: 6379, tls: false, database: 0 }],
    ['redis://127.0.0.1:7000/3', { host: '127.0.0.1', port: 7000, tls: false, database: 3 }],
    ['rediss://[::1]:7000/', { host: '::1', port: 7000, tls: true, database: 0 }],
    [
      // An Azure access key: base64 with escaped + / =.
      'rediss://:aB%2B%2Fc%3D@cache.westeurope.redis.azure.net:10000',
      {
        host: 'cache.westeurope.redis.azure.net',
        port: 10_000,
        tls: true,
        password: 'aB+/c=',
        database: 0,
      },
    ],
    [
      'redis://user:p%40ss@host',
      { host: 'host', port: 6379, tls: false, username: 'user', password: 'p@ss', database: 0 },
    ],
  ])('parses %s', (url, address) => {
    expect(redisAddress(url)).toEqual(address);
  });

  it.each(['redis:///1', 'redis://host/cache', 'redis://:secret%@host', 'redis://host/12345'])(
    'rejects %s, and names the setting but not its value',
    (url) => {
      expect(() => redisAddress(url)).toThrow(
        /^One setting is invalid:\n {2}CACHE_URL (?!.*(secret|cache)).+$/,
      );
    },
  );
});

it('returns a TLS server name for a host name, but not for an IP address', () => {
  expect(['cache.example.com', '127.0.0.1', '::1'].map(serverNameOf)).toEqual([
    'cache.example.com',
    undefined,
    undefined,
  ]);
});
