import { expect, it } from 'vitest';
import type { LogEntry } from '../../log.ts';
import { logLine } from './logLine.ts';

const at = '2026-11-23T10:00:00.000Z';

it.each<[LogEntry, Partial<ReturnType<typeof logLine>>]>([
  [
    {
      at,
      kind: 'getAccessToken',
      options: { forMSGraphAccess: true, allowSignInPrompt: false, authChallenge: '{"access_token":{}}' },
      answer: 13005,
    },
    { who: 'Office', what: 'getAccessToken (forMSGraphAccess, authChallenge)', answer: '13005', good: false },
  ],
  [
    { at, kind: 'obo', user: 'adele', scopes: ['User.Read', 'Files.Read'], answer: 'ok' },
    { who: 'Entra ID', what: 'on behalf of adele for User.Read Files.Read', good: true },
  ],
  [
    { at, kind: 'graph', path: '/v1.0/me', answer: { status: 429 } },
    { answer: '{"status":429}', good: false },
  ],
  [
    { at, kind: 'dialog', url: 'https://a/d', code: null },
    { who: 'Pane', answer: 'asked for' },
  ],
  [
    { at, kind: 'dialog', url: 'https://a/d', code: 0 },
    { answer: 'opened', good: true },
  ],
  [
    { at, kind: 'dialog', url: 'https://a/d', code: 12006 },
    { answer: '12006 closed', good: false },
  ],
  [
    { at, kind: 'document', app: 'word', written: [{ kind: 'table' }, { kind: 'paragraph' }] },
    { what: 'word: table, paragraph' },
  ],
  [{ at, kind: 'document', app: 'word', written: null }, { what: 'word: changed' }],
])('%j', (entry, line) => {
  expect(logLine(entry)).toMatchObject(line);
});
