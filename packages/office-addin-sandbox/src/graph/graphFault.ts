import type { Response } from 'express';
import { answerHtml, hang, reset } from '../http/faults.ts';
import type { GraphAnswer } from '../scenario.ts';
import { sendGraphError, sendUnauthorized } from './graphError.ts';

/** What Graph says with these statuses, as far as one code per status can stand for it. */
const codes: Record<number, readonly [code: string, message: string]> = {
  400: ['invalidRequest', 'The request is malformed or incorrect.'],
  403: ['accessDenied', 'The caller does not have permission to perform the action.'],
  404: ['itemNotFound', 'The resource could not be found.'],
  409: ['nameAlreadyExists', 'The item is in another state than was expected.'],
  423: ['resourceLocked', 'The item is locked.'],
  429: ['TooManyRequests', 'Too many requests.'],
  500: ['generalException', 'An unspecified error has occurred.'],
  502: ['BadGateway', 'A service behind Graph gave no good answer.'],
  503: ['serviceNotAvailable', 'The service is not available.'],
  504: ['GatewayTimeout', 'A service behind Graph gave no answer in time.'],
  507: ['quotaLimitReached', 'The quota is used up.'],
  509: ['activityLimitReached', 'The app or user has been throttled.'],
};

/** A challenge of continuous access evaluation: the session was revoked a moment ago. */
function revocationChallenge(): string {
  const since = String(Math.floor(Date.now() / 1000));
  const claims = { access_token: { nbf: { essential: true, value: since } } };
  return Buffer.from(JSON.stringify(claims)).toString('base64');
}

/**
 * Answers as the scenario says. @param provedMore the token came from an exchange that met a challenge.
 * @returns true when the request is answered (or never will be).
 */
export function graphFault(answer: GraphAnswer, provedMore: boolean, res: Response): boolean {
  if (typeof answer === 'object') {
    sendChosen(res, answer);
    return true;
  }
  if (typeof answer === 'number') {
    sendStatus(res, answer);
    return true;
  }
  switch (answer) {
    case 'ok':
      return false;
    case 'cae':
      if (provedMore) return false;
      sendUnauthorized(
        res,
        'Continuous access evaluation asks for a new token: the session was revoked.',
        `, error="insufficient_claims", claims="${revocationChallenge()}"`,
      );
      return true;
    case 'audience':
      sendUnauthorized(res, 'Access token validation failure. Invalid audience.');
      return true;
    case 'hang':
      hang(res);
      return true;
    case 'reset':
      reset(res);
      return true;
    case 'html':
      answerHtml(res);
      return true;
  }
}

type Chosen = Extract<GraphAnswer, object>;

function sendChosen(res: Response, { status, retryAfter, location, ...error }: Chosen): void {
  if (retryAfter !== undefined) res.set('Retry-After', [retryAfter].flat().map(waitHeader));
  if (location !== undefined) res.set('Location', location);
  if (status < 400) {
    res.status(status).end();
    return;
  }
  if (status === 401 && error.code === undefined) {
    sendStatus(res, status);
    return;
  }
  const [code, message] = codes[status] ?? unknown;
  sendGraphError(res, status, error.code ?? code, error.message ?? message, error.innerCode);
}

type Wait = Exclude<NonNullable<Chosen['retryAfter']>, readonly unknown[]>;

function waitHeader(wait: Wait): string {
  if (typeof wait === 'object') return new Date(Date.now() + wait.dateIn * 1000).toUTCString();
  return String(wait);
}

const unknown = ['UnknownError', 'Something went wrong.'] as const;

function sendStatus(res: Response, status: number): void {
  if (status === 401) {
    sendUnauthorized(res, 'Lifetime validation failed, the token is expired.');
    return;
  }
  const [code, message] = codes[status] ?? unknown;
  sendGraphError(res, status, code, message);
}

/** For the log. */
export function nameOfFault(answer: GraphAnswer, provedMore: boolean): string | number {
  if (typeof answer === 'object') return answer.status;
  return answer === 'cae' && provedMore ? 'ok' : answer;
}
