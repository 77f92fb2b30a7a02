import type { Response } from 'express';
import { answerHtml, hang, reset } from '../http/faults.ts';
import type { GraphAnswer } from '../scenario.ts';
import { sendGraphError, sendUnauthorized } from './graphError.ts';

/** A typical code and message for each status. */
const codes: Record<number, readonly [code: string, message: string]> = {
  400: ['invalidRequest', 'The request is malformed or incorrect.'],
  403: ['accessDenied', 'The caller does not have permission to perform the action.'],
  404: ['itemNotFound', 'The resource could not be found.'],
  409: ['nameAlreadyExists', 'The item is not in the expected state.'],
  423: ['resourceLocked', 'The item is locked.'],
  429: ['TooManyRequests', 'Too many requests.'],
  500: ['generalException', 'An unspecified error has occurred.'],
  502: ['BadGateway', 'A service behind Graph sent an invalid response.'],
  503: ['serviceNotAvailable', 'The service is not available.'],
  504: ['GatewayTimeout', 'A service behind Graph did not respond in time.'],
  507: ['quotaLimitReached', 'The quota is exceeded.'],
  509: ['activityLimitReached', 'The app or user has been throttled.'],
};

/** Returns the challenge of continuous access evaluation for a session that has just been revoked, in base64. */
function revocationChallenge(): string {
  const since = String(Math.floor(Date.now() / 1000));
  const claims = { access_token: { nbf: { essential: true, value: since } } };
  return Buffer.from(JSON.stringify(claims)).toString('base64');
}

/** Applies the scenario's answer. Returns true if the response is sent, or never will be. */
export function sendGraphFault(answer: GraphAnswer, satisfiedChallenge: boolean, res: Response): boolean {
  if (typeof answer === 'object') {
    sendCustomError(res, answer);
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
      if (satisfiedChallenge) return false;
      sendUnauthorized(
        res,
        'Continuous access evaluation requires a new token: the session was revoked.',
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

type CustomError = Extract<GraphAnswer, object>;

function sendCustomError(res: Response, { status, retryAfter, location, ...error }: CustomError): void {
  if (retryAfter !== undefined) res.set('Retry-After', [retryAfter].flat().map(retryAfterHeader));
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

type RetryAfter = Exclude<NonNullable<CustomError['retryAfter']>, readonly unknown[]>;

function retryAfterHeader(value: RetryAfter): string {
  if (typeof value === 'object') return new Date(Date.now() + value.dateIn * 1000).toUTCString();
  return String(value);
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

/** Returns the answer for the log. */
export function logName(answer: GraphAnswer, satisfiedChallenge: boolean): string | number {
  if (typeof answer === 'object') return answer.status;
  return answer === 'cae' && satisfiedChallenge ? 'ok' : answer;
}
