import type { Response } from 'express';
import type { BootstrapTokenOptions } from '../entra/bootstrapToken.ts';
import type { Entra } from '../entra/entra.ts';
import { hang, pause } from '../http/faults.ts';
import { people } from '../people.ts';
import type { AccessTokenAnswer } from '../scenario.ts';
import type { SandboxState } from '../state.ts';
import type { OfficeSession } from './officeSession.ts';

/** What the host page tells of one call of `Office.auth.getAccessToken`. */
export interface AccessTokenCall {
  readonly app: string;
  /** Which pane asks: two calls of the same one may not overlap (13008). */
  readonly frame: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** How the user answered Office's own prompt, when it was shown. */
  readonly promptAnswer?: 'sign-in' | 'cancel' | undefined;
}

/** What the host page is told: a token, a code (null: rejected without one), or to show Office's prompt. */
export type AccessTokenReply =
  { readonly token: string } | { readonly error: number | null } | { readonly prompt: true };

/** Office's side of getAccessToken, as the scenario says. */
export class AccessTokenCalls {
  readonly #state: SandboxState;
  readonly #entra: Entra;
  readonly #session: OfficeSession;
  /** The answer that each page waits for. */
  readonly #running = new Map<string, Response>();

  constructor(state: SandboxState, entra: Entra, session: OfficeSession) {
    this.#state = state;
    this.#entra = entra;
    this.#session = session;
  }

  /** Answers, or never does where the scenario says so. */
  async answer(call: AccessTokenCall, res: Response): Promise<void> {
    const { frame } = call;
    if (this.#running.has(frame)) {
      this.#log(call, 13008);
      res.json({ error: 13008 } satisfies AccessTokenReply);
      return;
    }
    this.#running.set(frame, res);
    // Also when the pane is loaded anew while its call hangs.
    res.once('close', () => {
      if (this.#running.get(frame) === res) this.#running.delete(frame);
    });
    const reply = this.#askSession(call) ?? (await this.#askScenario(call, res));
    if (reply) {
      this.#running.delete(frame);
      res.json(reply);
    }
  }

  /** Is there a user to give a token for? Null: there is. */
  #askSession(call: AccessTokenCall): AccessTokenReply | null {
    if (this.#session.signedIn) return null;
    if (call.options['allowSignInPrompt'] !== true) return this.#refuse(call, 13001);
    if (call.promptAnswer === undefined) {
      this.#log(call, 'prompt');
      return { prompt: true };
    }
    if (call.promptAnswer === 'cancel') return this.#refuse(call, 13002);
    this.#session.signIn();
    return null;
  }

  /** @returns null when the call is never answered. */
  async #askScenario(call: AccessTokenCall, res: Response): Promise<AccessTokenReply | null> {
    const { latencyMs } = this.#state.scenario;
    const scripted = this.#state.next('getAccessToken');
    const delay = typeof scripted === 'object' ? (scripted.afterMs ?? latencyMs) : latencyMs;
    if (!(await pause(res, delay))) return null;
    if (scripted === 'hang') {
      this.#log(call, 'hang');
      hang(res);
      return null;
    }
    const code = codeOf(scripted);
    if (code !== undefined) return this.#refuse(call, code);
    const { authChallenge } = call.options;
    const options: BootstrapTokenOptions = {
      ...(typeof scripted === 'object' && 'token' in scripted ? { overrides: scripted.token } : {}),
      ...(typeof authChallenge === 'string' && authChallenge !== '' ? { authChallenge } : {}),
    };
    const token = await this.#entra.mintAccessToken(people[this.#state.scenario.user], options);
    this.#log(call, 'ok');
    return { token };
  }

  #refuse(call: AccessTokenCall, code: number | null): AccessTokenReply {
    this.#log(call, code ?? 'no-code');
    return { error: code };
  }

  #log({ app, options }: AccessTokenCall, answer: string | number): void {
    this.#state.log.add('getAccessToken', { app, options, answer });
  }
}

/** Undefined: the answer is a token. */
function codeOf(answer: AccessTokenAnswer): number | null | undefined {
  if (typeof answer === 'number') return answer;
  if (answer === 'no-code') return null;
  return typeof answer === 'object' && 'error' in answer ? answer.error : undefined;
}
