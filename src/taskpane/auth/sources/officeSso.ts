import { isProblemCode, type ProblemCode } from '../../../contract/catalogue.ts';
import { ProblemError } from '../../../contract/problem.ts';
import { withTimeLimit } from '../../../contract/timeLimit.ts';
import { tokenFrom, type Token, type TokenRequest, type TokenSource } from '../token.ts';

/** getAccessToken has no time limit and is known to hang (office-js issues 3969 and 6449). */
const TIME_LIMIT_MS = 15_000;

/** The part of Office that this source needs. */
export interface OfficeAuth {
  readonly auth?: { readonly getAccessToken: (options: Office.AuthOptions) => Promise<string> };
  readonly context: { readonly requirements: { isSetSupported(name: string, version: string): boolean } };
}

/** Single sign-on through Office, with the account that is signed in to Office. */
export function officeSso(
  office: OfficeAuth,
  settings: { readonly forMsGraphAccess: boolean },
  timeLimitMs = TIME_LIMIT_MS,
): TokenSource {
  let inFlight: Promise<string> | undefined;
  let pending: Token | undefined;

  /** Shares one call between all callers, because a second call would fail (13008). */
  function call(request: TokenRequest): Promise<string> {
    if (inFlight) return inFlight;
    const { auth } = office;
    if (!auth?.getAccessToken || !office.context.requirements.isSetSupported('IdentityAPI', '1.3')) {
      return Promise.reject(new ProblemError('sso_13000'));
    }
    // A new object for each call, because Office changes it.
    const options: Office.AuthOptions = {
      allowSignInPrompt: request.mode === 'interactive',
      allowConsentPrompt: request.mode === 'interactive',
      forMSGraphAccess: settings.forMsGraphAccess,
      ...(request.claims === undefined ? {} : { authChallenge: request.claims }),
    };
    const answer = (async () => auth.getAccessToken(options))();
    const forget = () => {
      if (inFlight === answer) inFlight = undefined;
    };
    answer.then(forget, forget);
    inFlight = answer;
    return answer;
  }

  return {
    id: 'office',
    available: () => true, // getToken reports 13000 if Office doesn't support it.
    async getToken(request: TokenRequest, signal: AbortSignal): Promise<Token> {
      try {
        const answer = call(request);
        const timeout = () => {
          // The user may still complete Office's prompt: keep that token for the next job.
          answer.then((jwt) => (pending = tokenFrom(jwt))).catch(() => undefined);
          return new ProblemError('sso_timeout', { detail: `No response within ${timeLimitMs} ms.` });
        };
        const jwt = await withTimeLimit(answer, timeLimitMs, timeout, signal);
        if (typeof jwt !== 'string' || jwt === '')
          throw new ProblemError('sso_no_code', { detail: 'No token.' });
        return tokenFrom(jwt);
      } catch (error) {
        if (signal.aborted || error instanceof ProblemError) throw error;
        throw officeProblem(error);
      }
    },
    takePendingToken() {
      const token = pending;
      pending = undefined;
      return token;
    },
  };
}

/** Returns the problem for what getAccessToken rejects with: a plain object { name, message, code }. */
export function officeProblem(error: unknown): ProblemError {
  const { code: number, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  const prefix = typeof name === 'string' ? `${name}: ` : '';
  if (typeof number !== 'number' || !Number.isFinite(number)) {
    return new ProblemError('sso_no_code', { detail: `${prefix}Office gave no code.` });
  }
  const code = `sso_${number}`;
  const known: ProblemCode = isProblemCode(code) ? code : 'sso_unknown';
  return new ProblemError(known, { detail: `${prefix}Office code ${number}.` });
}
