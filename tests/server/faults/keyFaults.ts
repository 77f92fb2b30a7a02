import type { ProblemCode } from '../../../src/contract/catalogue.ts';
import type { StubResponse } from '../stubService.ts';
import { askAsUser, SAID_UPSTREAM, type Fault } from './fault.ts';

const keys = (...list: object[]): StubResponse => ({ json: { keys: list } });

const rows: readonly (readonly [string, StubResponse, number, ProblemCode])[] = [
  ['silence', 'hang', 504, 'entra_timeout'],
  ['headers, and then silence', { body: SAID_UPSTREAM, stall: true }, 504, 'entra_timeout'],
  ['resets', 'reset', 503, 'entra_unavailable'],
  ['a cut body', { json: { keys: [] }, cut: true }, 503, 'entra_unavailable'],
  ['500', { status: 500, body: SAID_UPSTREAM }, 503, 'entra_unavailable'],
  ['429', { status: 429, headers: { 'retry-after': '9' } }, 503, 'entra_unavailable'],
  ['404', { status: 404, body: SAID_UPSTREAM }, 502, 'entra_error'],
  ['HTML', { body: `<html>${SAID_UPSTREAM}` }, 502, 'entra_error'],
  ['1 MB', { body: ' '.repeat(1_048_576) }, 502, 'entra_error'],
  ['a redirect', { status: 301, headers: { location: 'https://evil.example/keys' } }, 502, 'entra_error'],
  ['an empty set', keys(), 502, 'entra_error'],
  ['secrets only', keys({ kty: 'oct', kid: 'key-1', k: 'AAAA' }), 502, 'entra_error'],
  ['a weak key only', keys({ kty: 'RSA', kid: 'key-1', n: 'AQAB', e: 'AQAB' }), 502, 'entra_error'],
];

/** What the address of the signing keys can answer to a server that has none yet. */
export const keyFaults: readonly Fault[] = rows.map(([name, answer, status, code]) => ({
  name,
  act: (server) => {
    server.answerKeys(answer);
    return askAsUser(server);
  },
  status,
  code,
}));
