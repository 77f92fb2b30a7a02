import type { AccessToken } from './controlApi.ts';
import { noAnswer } from './channel.ts';

export type PromptAnswer = 'sign-in' | 'cancel';

export interface AccessTokenOptions {
  /** Asks the sandbox for a token. */
  readonly ask: (options: Record<string, unknown>, promptAnswer?: PromptAnswer) => Promise<AccessToken>;
  /** Shows Office's sign-in prompt. */
  readonly prompt: () => Promise<PromptAnswer>;
}

/**
 * Handles getAccessToken. The sandbox's error number becomes `error.code` in the add-in. For an error without a code,
 * sends an object instead of the number: office.js converts null, "" and a missing number to 5001 but passes an object
 * on, so the add-in gets an error without a usable code (office-js issue 5339).
 */
export async function accessToken(
  data: Record<string, unknown>,
  { ask, prompt }: AccessTokenOptions,
): Promise<unknown> {
  const { DdaMethod: _method, __timeout__: _timeout, ...options } = data;
  try {
    let answer = await ask(options);
    if ('prompt' in answer) answer = await ask(options, await prompt());
    if ('token' in answer) return { Version: 1, Error: 0, accessToken: answer.token };
    if ('error' in answer) return { Version: 1, Error: answer.error ?? {} };
    return { Version: 1, Error: 13006 };
  } catch (error) {
    // The pane has been reloaded: send nothing.
    if (error instanceof DOMException && error.name === 'AbortError') return noAnswer;
    throw error;
  }
}
