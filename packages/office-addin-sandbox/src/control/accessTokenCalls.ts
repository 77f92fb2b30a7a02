import type { Response } from 'express';
import type { BootstrapTokenOptions } from '../entra/bootstrapToken.ts';
import type { Entra } from '../entra/entra.ts';
import type { Registration } from '../entra/registrations.ts';
import { hang, pause } from '../http/faults.ts';
import { users } from '../users.ts';
import type { AccessTokenAnswer } from '../scenario.ts';
import type { SandboxState } from '../state.ts';
import type { EventScripts } from './eventScripts.ts';
import type { OfficeSession } from './officeSession.ts';

/** One call of `Office.auth.getAccessToken`, as the host page reports it. */
export interface AccessTokenCall {
  readonly app: string;
  /** Key of the add-in; undefined: the first one. */
  readonly addin?: string | undefined;
  /** The calling pane: overlapping calls of one pane get 13008. */
  readonly frame: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** Address of the calling script, in a runtime without a page. */
  readonly script?: string | undefined;
  /** Phones have no single sign-on. */
  readonly isPhone?: boolean | undefined;
  /** The user's answer to Office's prompt, if it was shown. */
  readonly promptAnswer?: 'sign-in' | 'cancel' | undefined;
}

/** Error of a script that its origin doesn't list. Classic Outlook logs it and often leaves the call without an answer. */
const NOT_LISTED = 5001;

/** The reply to the host page: a token, an error code (null: an error without a code), or to show Office's prompt. */
export type AccessTokenReply =
  { readonly token: string } | { readonly error: number | null } | { readonly prompt: true };

export interface AccessTokenOptions {
  readonly state: SandboxState;
  readonly entra: Entra;
  readonly session: OfficeSession;
  readonly scripts: EventScripts;
}

/** Answers getAccessToken calls according to the scenario. */
export class AccessTokenCalls {
  readonly #state: SandboxState;
  readonly #entra: Entra;
  readonly #session: OfficeSession;
  readonly #scripts: EventScripts;
  /** The pending response of each frame. */
  readonly #running = new Map<string, Response>();

  constructor({ state, entra, session, scripts }: AccessTokenOptions) {
    this.#state = state;
    this.#entra = entra;
    this.#session = session;
    this.#scripts = scripts;
  }

  /** Sends the answer. Never does in a scenario with `hang`. */
  async answer(call: AccessTokenCall, res: Response): Promise<void> {
    const { frame } = call;
    if (this.#running.has(frame)) {
      this.#log(call, 13008);
      res.json({ error: 13008 } satisfies AccessTokenReply);
      return;
    }
    this.#running.set(frame, res);
    // For example when the pane reloads while its call hangs.
    res.once('close', () => {
      if (this.#running.get(frame) === res) this.#running.delete(frame);
    });
    const reply =
      (await this.#answerFromScript(call)) ??
      this.#answerFromRegistration(call) ??
      this.#answerFromSession(call) ??
      (await this.#answerFromScenario(call, res));
    if (reply) {
      this.#running.delete(frame);
      res.json(reply);
    }
  }

  /** Returns null for a call of a page, or of a script that its origin lists. */
  async #answerFromScript(call: AccessTokenCall): Promise<AccessTokenReply | null> {
    if (call.script === undefined) return null;
    const reason = await this.#scripts.reasonAgainst(call.script);
    if (reason === undefined) return null;
    this.#log(call, NOT_LISTED, reason);
    return { error: NOT_LISTED };
  }

  /** Returns null if the device and the registration of the add-in permit the call. */
  #answerFromRegistration(call: AccessTokenCall): AccessTokenReply | null {
    if (call.isPhone === true) return this.#fail(call, 13012);
    const registration = this.#entra.registrations.ofAddin(call.addin);
    if (!registration.singleSignOn) return this.#fail(call, 13000);
    return namesOwnHost(registration) ? null : this.#fail(call, 13004);
  }

  /** Returns null if a user is signed in to Office. */
  #answerFromSession(call: AccessTokenCall): AccessTokenReply | null {
    if (this.#session.signedIn) return null;
    if (call.options['allowSignInPrompt'] !== true) return this.#fail(call, 13001);
    if (call.promptAnswer === undefined) {
      this.#log(call, 'prompt');
      return { prompt: true };
    }
    if (call.promptAnswer === 'cancel') return this.#fail(call, 13002);
    this.#session.signIn();
    return null;
  }

  /** Returns null if the call is never answered. */
  async #answerFromScenario(call: AccessTokenCall, res: Response): Promise<AccessTokenReply | null> {
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
    if (code !== undefined) return this.#fail(call, code);
    const { authChallenge } = call.options;
    const options: BootstrapTokenOptions = {
      ...(typeof scripted === 'object' && 'token' in scripted ? { overrides: scripted.token } : {}),
      ...(typeof authChallenge === 'string' && authChallenge !== '' ? { authChallenge } : {}),
    };
    const token = await this.#entra.mintAccessToken(
      users[this.#state.scenario.user],
      this.#entra.registrations.ofAddin(call.addin),
      options,
    );
    this.#log(call, 'ok');
    return { token };
  }

  #fail(call: AccessTokenCall, code: number | null): AccessTokenReply {
    this.#log(call, code ?? 'no-code');
    return { error: code };
  }

  #log({ app, options }: AccessTokenCall, answer: string | number, reason?: string): void {
    this.#state.log.add('getAccessToken', { app, options, answer, ...(reason ? { reason } : {}) });
  }
}

/** Returns whether the manifest's Resource contains host and port of the add-in, as Office requires. */
function namesOwnHost({ appIdUri, origins }: Registration): boolean {
  return origins.some((origin) => appIdUri.startsWith(`api://${new URL(origin).host}/`));
}

/** Returns undefined if the answer is a token. */
function codeOf(answer: AccessTokenAnswer): number | null | undefined {
  if (typeof answer === 'number') return answer;
  if (answer === 'no-code') return null;
  return typeof answer === 'object' && 'error' in answer ? answer.error : undefined;
}
