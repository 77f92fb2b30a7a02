import { expect, it } from 'vitest';
import {
  dialogUrl,
  readDialogMessage,
  readDialogRequest,
  signInScopes,
  type PageSettings,
} from './signIn.ts';

it('passes a request from the pane to the dialog', () => {
  const request = { claims: '{"a":"ä & b"}', chooseAccount: true, language: 'pt-BR' };
  expect(readDialogRequest(new URL(dialogUrl('https://localhost:3000', request)).search)).toEqual(request);
});

it.each([
  '',
  'null',
  '{}',
  '[]',
  '{"ok":true}',
  '{"ok":true,"token":""}',
  '{"ok":false,"code":"made_up"}',
  'x{',
])('ignores the message %j', (text) => expect(readDialogMessage(text)).toBeUndefined());

it('reads a message with a token and one with a problem code', () => {
  expect(readDialogMessage('{"ok":true,"token":"t"}')).toEqual({ ok: true, token: 't' });
  const failed = { ok: false, code: 'dialog_cancelled', detail: 'd' };
  expect(readDialogMessage(JSON.stringify(failed))).toEqual(failed);
});

it("requests consent for Graph with one registration, and with the API's .default if the pane has its own", () => {
  const api = 'api://localhost:3000/5a5d0b0c-0000-4000-8000-0000000000aa';
  const settings = {
    apiScope: `${api}/access_as_user`,
    graphScopes: ['User.Read'],
  } as unknown as PageSettings;
  expect(signInScopes({ ...settings, clientId: '5a5d0b0c-0000-4000-8000-0000000000aa' })).toEqual({
    scopes: [`${api}/access_as_user`],
    extraScopesToConsent: ['User.Read'],
  });
  expect(signInScopes({ ...settings, clientId: 'bbbbbbbb-0000-4000-8000-0000000000aa' })).toEqual({
    scopes: [`${api}/.default`],
    extraScopesToConsent: [],
  });
});
