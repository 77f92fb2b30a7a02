import { expect, it, vi } from 'vitest';
import { accessToken } from './accessToken.ts';
import { noAnswer } from './channel.ts';
import type { AccessToken } from './controlApi.ts';

const data = { allowSignInPrompt: true, DdaMethod: { DispatchId: 98 }, __timeout__: -1 };
const never = () => Promise.reject(new Error('There is nothing to ask the user.'));

it.each<[AccessToken, unknown]>([
  [{ token: 'jwt' }, { Version: 1, Error: 0, accessToken: 'jwt' }],
  [{ error: 13005 }, { Version: 1, Error: 13005 }],
  [{ error: null }, { Version: 1, Error: {} }],
])('converts %j to the format of office.js', async (answer, expected) => {
  expect(await accessToken(data, { ask: () => Promise.resolve(answer), prompt: never })).toEqual(expected);
});

it('sends the options, and sends them again with the answer of the prompt', async () => {
  const answers: AccessToken[] = [{ prompt: true }, { error: 13002 }];
  const ask = vi.fn(() => Promise.resolve(answers.shift() ?? { error: 50001 }));
  const prompt = () => Promise.resolve('cancel' as const);
  expect(await accessToken(data, { ask, prompt })).toEqual({ Version: 1, Error: 13002 });
  expect(ask.mock.calls).toEqual([[{ allowSignInPrompt: true }], [{ allowSignInPrompt: true }, 'cancel']]);
});

it('returns no answer after the pane is closed, and rejects with any other error', async () => {
  const gone = () => Promise.reject(new DOMException('', 'AbortError'));
  expect(await accessToken(data, { ask: gone, prompt: never })).toBe(noAnswer);
  const broken = () => Promise.reject(new Error('The sandbox has stopped.'));
  await expect(accessToken(data, { ask: broken, prompt: never })).rejects.toThrow('has stopped');
});
