import { expect, it } from 'vitest';
import { collectLog } from '../../../tests/server/testServer.ts';
import { OutageLog } from './logger.ts';

const JWT = 'eyJhbGciOiJub25lIn0.eyJhIjoxfQ.c2ln';
const SECRET = 's3cr3t-value';

/** Returns the log line with these members. */
function lineOf(facts: Record<string, unknown>): string {
  const log = collectLog();
  log.logger.error(facts, 'A line.');
  return log.text();
}

it.each<[string, Record<string, unknown>]>(
  [
    'authorization',
    'cookie',
    'token',
    'assertion',
    'accessToken',
    'access_token',
    'refresh_token',
    'secret',
    'clientSecret',
    'client_secret',
    'password',
  ].flatMap((name) => [
    [name, { [name]: SECRET }],
    [`headers.${name}`, { headers: { [name]: SECRET } }],
  ]),
)('redacts the member %s', (_name, facts) => {
  const line = lineOf(facts);
  expect(line).not.toContain(SECRET);
  expect(line).toContain('[redacted]');
});

it.each([
  ['a token', `invalid: ${JWT}`],
  ['a header', `authorization: Bearer ${SECRET}`],
  ['a form', `grant_type=x&client_secret=${SECRET}&assertion=${JWT}&scope=y`],
  ['JSON', `{"access_token":"${SECRET}","token_type":"Bearer"}`],
  ['a URL with user and password', `connect to rediss://default:${SECRET}@cache.example.com:6380 failed`],
  ['a URL with a password only', `connect to redis://:${SECRET}@cache.example.com failed`],
  ['a database URL', `postgres://addin:${SECRET}@db.example.com/addin?sslmode=require`],
  ['a connection string', `InstrumentationKey=${SECRET};IngestionEndpoint=https://in.example.com/`],
])('redacts %s in the message and stack of an error', (_name, text) => {
  const line = lineOf({ err: new Error(text) });
  expect(line).not.toContain(SECRET);
  expect(line).not.toContain(JWT);
  expect(lineOf({ err: text })).not.toMatch(new RegExp(`${SECRET}|eyJ`));
});

it.each([
  ['beginnings of tokens', 'eyJ'],
  ['beginnings of tokens with dots', 'eyJ.'],
  ['short first parts', 'eyJabc.'],
  ['tokens', `${JWT}.`],
  ['slashes', '//'],
  ['names with colons', '//a:'],
  ['colons', ':b'],
  ['headers', 'Bearer '],
  ['forms', 'assertion='],
  ['spaces', ' '],
  ['forms with spaces', 'assertion=   '],
  ['letters', 'a'],
])(
  'redacts in linear time: %s',
  (_what, part) => {
    const timeOf = (times: number) => {
      const error = new Error(part.repeat(times));
      error.stack = '';
      const runs = [1, 2, 3].map(() => {
        const before = process.cpuUsage();
        lineOf({ err: error });
        const { user, system } = process.cpuUsage(before);
        return user + system;
      });
      return Math.min(...runs);
    };
    timeOf(2_000);
    // 16 times the length: quadratic time would take 256 times as long. The constant covers clock resolution.
    expect(timeOf(80_000)).toBeLessThan(64 * timeOf(5_000) + 20_000);
  },
  20_000,
);

it.each([
  ['several tokens', `${JWT} and ${JWT}, ${JWT}`],
  ['a token after letters', `token${JWT}`],
  ['a token after a dot', `x.${JWT}`],
  ['a token after one that is too short', `eyJ.eyJa.${JWT}`],
  ['an encrypted token of five parts', `${JWT}.c2ln.c2ln`],
  ['a token without a signature', 'eyJhbGciOiJub25lIn0.eyJhIjoxfQ.'],
  ['a password with an @', `redis://x:s3cr3t-@value@cache.example.com`],
])('redacts %s', (_what, text) => {
  expect(lineOf({ err: new Error(text) })).not.toMatch(/eyJhb|eyJhI|c2ln|s3cr3t|value@/);
});

it('leaves out all members of an error except name, message, code and stack', () => {
  const error = Object.assign(new Error('failed'), {
    code: 'ECONNRESET',
    request: { headers: { authorization: SECRET } },
    cause: new Error(SECRET),
  });
  const line = lineOf({ err: error });
  expect(line).not.toContain(SECRET);
  expect(JSON.parse(line)).toMatchObject({ err: { name: 'Error', message: 'failed', code: 'ECONNRESET' } });
});

it('does not change text without secrets', () => {
  const text = 'connect ECONNREFUSED 127.0.0.1:5432 at https://login.microsoftonline.com/common:443/x';
  expect(JSON.parse(lineOf({ err: new Error(text) }))).toMatchObject({ err: { message: text } });
});

it('logs an outage and its recovery at most once a minute, and a lasting outage after that', () => {
  const log = collectLog();
  let now = 0;
  const outage = new OutageLog(log.logger, () => now, { down: 'down', up: 'up' });
  const logged = () => [...log.take('warn'), ...log.take('info')].map(({ msg, reason }) => [msg, reason]);

  outage.up();
  expect(logged()).toEqual([]);
  outage.down('timeout');
  outage.down('closed');
  outage.up();
  outage.up();
  expect(logged()).toEqual([
    ['down', 'timeout'],
    ['up', undefined],
  ]);
  for (let i = 0; i < 10; i += 1) {
    outage.down('timeout');
    outage.up();
  }
  outage.down('closed');
  expect(logged()).toEqual([]);
  now += 60_000;
  outage.down('closed');
  expect(logged()).toEqual([['down', 'closed']]);
});
