import type { ProblemCode } from '../../../src/contract/catalogue.ts';
import type { StubResponse } from '../stubService.ts';
import { askAsUser, UPSTREAM_TEXT, type Fault } from './fault.ts';

const keys = (...list: object[]): StubResponse => ({ json: { keys: list } });

const rows: readonly (readonly [string, StubResponse, number, ProblemCode])[] = [
  ['no response', 'hang', 504, 'entra_timeout'],
  ['headers without a body', { body: UPSTREAM_TEXT, stall: true }, 504, 'entra_timeout'],
  ['resets', 'reset', 503, 'entra_unavailable'],
  ['a truncated body', { json: { keys: [] }, cut: true }, 503, 'entra_unavailable'],
  ['500', { status: 500, body: UPSTREAM_TEXT }, 503, 'entra_unavailable'],
  ['429', { status: 429, headers: { 'retry-after': '9' } }, 503, 'entra_unavailable'],
  ['404', { status: 404, body: UPSTREAM_TEXT }, 502, 'entra_error'],
  ['HTML', { body: `<html>${UPSTREAM_TEXT}` }, 502, 'entra_error'],
  ['a key set of 1 MB', { body: ' '.repeat(1_048_576) }, 502, 'entra_error'],
  ['a redirect', { status: 301, headers: { location: 'https://evil.example/keys' } }, 502, 'entra_error'],
  ['an empty set', keys(), 502, 'entra_error'],
  ['only symmetric keys', keys({ kty: 'oct', kid: 'key-1', k: 'AAAA' }), 502, 'entra_error'],
  ['only a weak key', keys({ kty: 'RSA', kid: 'key-1', n: 'AQAB', e: 'AQAB' }), 502, 'entra_error'],
];

/** Responses to a server that loads the signing keys for the first time. */
export const keyFaults: readonly Fault[] = rows.map(([name, answer, status, code]) => ({
  name,
  act: (server) => {
    server.answerKeys(answer);
    return askAsUser(server);
  },
  status,
  code,
}));
