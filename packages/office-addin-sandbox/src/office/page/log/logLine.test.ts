import { expect, it } from 'vitest';
import type { LogEntry } from '../../../log.ts';
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
    {
      from: 'Add-in',
      to: 'Office',
      detail: 'getAccessToken (forMSGraphAccess, authChallenge)',
      answer: '13005',
      outcome: 'bad',
    },
  ],
  [
    { at, kind: 'getAccessToken', options: {}, answer: 'ok' },
    { detail: 'getAccessToken', answer: 'token', outcome: 'good' },
  ],
  [
    { at, kind: 'getAccessToken', options: {}, answer: 'prompt' },
    { answer: 'prompts the user', outcome: 'waiting' },
  ],
  [
    { at, kind: 'getAccessToken', options: {}, answer: 'hang' },
    { answer: 'no response', outcome: 'waiting' },
  ],
  [
    { at, kind: 'obo', user: 'adele', scopes: ['User.Read', 'Files.Read'], claims: false, answer: 'ok' },
    {
      to: 'Entra ID',
      what: 'requests a Graph token for Adele Vance',
      detail: 'User.Read Files.Read',
      outcome: 'good',
    },
  ],
  [
    { at, kind: 'obo', user: null, scopes: ['User.Read'], claims: '{"access_token":{}}', answer: 50076 },
    { detail: 'User.Read (with claims)', answer: '50076', outcome: 'bad' },
  ],
  [
    { at, kind: 'graph', path: '/v1.0/me', answer: 429 },
    { what: 'reads the profile', answer: '429', outcome: 'bad' },
  ],
  [{ at, kind: 'graph', path: '/v1.0/me/drive/root/children', answer: 'ok' }, { what: 'lists a folder' }],
  [
    { at, kind: 'graph', path: "/v1.0/me/drive/root/search(q='x')", answer: 'ok' },
    { what: 'searches the drive' },
  ],
  [
    { at, kind: 'signIn', flow: 'interactive', user: null, claims: false, answer: 'cancel' },
    { what: 'a user signs in', answer: 'cancel', outcome: 'bad' },
  ],
  [
    { at, kind: 'nested', method: 'GetToken', answer: 'ok' },
    { detail: 'GetToken', outcome: 'good' },
  ],
  [
    { at, kind: 'dialog', url: 'https://a/d', code: null },
    { what: 'opens a dialog', answer: 'requested', outcome: 'waiting' },
  ],
  [
    { at, kind: 'dialog', url: 'https://a/d', code: 0 },
    { answer: 'opened', outcome: 'good' },
  ],
  [
    { at, kind: 'dialog', url: 'https://a/d', code: 12006 },
    { answer: '12006 closed', outcome: 'bad' },
  ],
  [
    { at, kind: 'dialog', url: 'https://a/d', code: 12011 },
    { answer: '12011', outcome: 'bad' },
  ],
  [
    { at, kind: 'document', app: 'word', written: [{ kind: 'table' }, { kind: 'paragraph' }] },
    { what: 'writes to the document', detail: 'table, paragraph' },
  ],
  [{ at, kind: 'document', app: 'excel', written: null }, { detail: 'changed' }],
])('describes %j', (entry, line) => {
  expect(logLine(entry)).toMatchObject(line);
});
