import type { AccessToken } from './controlApi.ts';
import { noAnswer } from './channel.ts';

export type PromptAnswer = 'sign-in' | 'cancel';

export interface AccessTokenParts {
  /** Asks the sandbox, as Office asks its own service. */
  readonly ask: (options: Record<string, unknown>, promptAnswer?: PromptAnswer) => Promise<AccessToken>;
  /** Office's own prompt, shown when the user is not signed in to it and the add-in allows a prompt. */
  readonly prompt: () => Promise<PromptAnswer>;
}

/**
 * getAccessToken. The number that the sandbox gives becomes `error.code` in the add-in as it is. For a rejection
 * without a code an object is put where the number should be: office.js turns null, "" and absence into 5001, but
 * hands an object on, so that the add-in meets an error whose code it cannot use (office-js issue 5339).
 */
export async function accessToken(data: Record<string, unknown>, parts: AccessTokenParts): Promise<unknown> {
  const { DdaMethod: _method, __timeout__: _timeout, ...options } = data;
  try {
    let answer = await parts.ask(options);
    if ('prompt' in answer) answer = await parts.ask(options, await parts.prompt());
    if ('token' in answer) return { Version: 1, Error: 0, accessToken: answer.token };
    if ('error' in answer) return { Version: 1, Error: answer.error ?? {} };
    return { Version: 1, Error: 13006 };
  } catch (error) {
    // The pane was loaded anew meanwhile: nobody waits any more.
    if (error instanceof DOMException && error.name === 'AbortError') return noAnswer;
    throw error;
  }
}
