import { ProblemError } from '../../contract/problem.ts';
import type { Config } from '../config.ts';
import { readJson, type HttpClient, type ServiceResponse } from '../httpClient/httpClient.ts';
import { retryAfterSeconds } from '../httpClient/retryAfter.ts';
import { sendWithRetry } from '../httpClient/send.ts';
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
export async function loadKeySet(url: string, client: HttpClient): Promise<unknown> {
  const { clock, limits } = client;
  const deadline = clock() + limits.keysMs;
  let answer = await ask(url, deadline, client);
  if (refusesParameter(answer)) answer = await ask(url.replace(/\?.*$/, ''), deadline, client);
  const keys = answer.status === 200 ? readJson(answer.body) : undefined;
  if (keys !== undefined) return keys;
  const retryAfter = retryAfterSeconds(answer.headers['retry-after'], clock());
  const code = answer.status >= 500 || answer.status === 429 ? 'entra_unavailable' : 'entra_error';
  const cause = new ServiceAnswer({ service: 'entra-keys', status: answer.status });
  throw new ProblemError(code, retryAfter === undefined ? {} : { retryAfter }, { cause });
}

const refusesParameter = ({ status }: ServiceResponse) => status === 400 || status === 404;

function ask(url: string, deadline: number, client: HttpClient): Promise<ServiceResponse> {
  const outgoing = {
    method: 'GET',
    url,
    headers: { accept: 'application/json' },
    maxBytes: MAX_KEY_SET_BYTES,
  } as const;
  const call = { signal: new AbortController().signal, deadline };
  return sendWithRetry(client, 'entra-keys', outgoing, call, client.limits.keysMs);
}
