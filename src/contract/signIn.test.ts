import { expect, it } from 'vitest';
import { dialogUrl, readDialogMessage, readDialogRequest } from './signIn.ts';

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
