import { ProblemError } from '../../contract/problem.ts';
import type { Config } from '../config.ts';
import type { Answer } from '../httpClient/exchange.ts';
import { readJson } from '../httpClient/json.ts';
import { retryAfterSeconds } from '../httpClient/retryAfter.ts';
import type { Outbound } from '../httpClient/outbound.ts';
import { sendWithRetry } from '../httpClient/sendWithRetry.ts';
import { ServiceAnswer } from '../httpClient/serviceAnswer.ts';

const MAX_KEY_SET_BYTES = 512 * 1024;

/**
 * Returns the address of an application's key set. Entra ID signs the tokens of an application that has its own signing
 * keys (claims mapping, single sign-on by SAML) with keys that it publishes only to requests that name the application
 * (Microsoft's page "Access tokens in the Microsoft identity platform", section on validating the signature).
 */
export function keySetUrl({ authority, clientId }: Pick<Config, 'authority' | 'clientId'>): URL {
  return new URL(`${authority.url}/discovery/v2.0/keys?appid=${clientId}`);
}

/**
 * Returns the JSON of a key set. A provider that refuses the parameter is asked again without it.
 * @param url as from `keySetUrl`
 * @throws ProblemError entra_unavailable, entra_timeout or entra_error
 */
export async function loadKeySet(url: string, outbound: Outbound): Promise<unknown> {
  const { clock, limits } = outbound;
  const deadline = clock() + limits.keysMs;
  let answer = await ask(url, deadline, outbound);
  if (refusesParameter(answer)) answer = await ask(url.replace(/\?.*$/, ''), deadline, outbound);
  const keys = answer.status === 200 ? readJson(answer.body) : undefined;
  if (keys !== undefined) return keys;
  const retryAfter = retryAfterSeconds(answer.headers['retry-after'], clock());
  const code = answer.status >= 500 || answer.status === 429 ? 'entra_unavailable' : 'entra_error';
  const cause = new ServiceAnswer({ service: 'entra-keys', status: answer.status });
  throw new ProblemError(code, retryAfter === undefined ? {} : { retryAfter }, { cause });
}

const refusesParameter = ({ status }: Answer) => status === 400 || status === 404;

function ask(url: string, deadline: number, outbound: Outbound): Promise<Answer> {
  const outgoing = {
    method: 'GET',
    url,
    headers: { accept: 'application/json' },
    maxBytes: MAX_KEY_SET_BYTES,
  } as const;
  const call = { signal: new AbortController().signal, deadline };
  return sendWithRetry(outbound, 'entra-keys', outgoing, call, outbound.limits.keysMs);
}
