import { ProblemError } from '../../contract/problem.ts';
import type { Config } from '../config.ts';
import { readJson, type HttpClient, type ServiceResponse } from '../httpClient/httpClient.ts';
import { retryAfterSeconds } from '../httpClient/retryAfter.ts';
import { sendWithRetry } from '../httpClient/send.ts';
import { UpstreamError } from '../httpClient/upstreamError.ts';

const MAX_KEY_SET_BYTES = 512 * 1024;

/**
 * Returns the URL of an application's key set. If an application has its own signing keys (claims mapping, SAML single
 * sign-on), Entra ID publishes them only to requests that name the application (Microsoft's page "Access tokens in the
 * Microsoft identity platform", section on validating the signature).
 */
export function keySetUrl({ authority, clientId }: Pick<Config, 'authority' | 'clientId'>): URL {
  return new URL(`${authority.url}/discovery/v2.0/keys?appid=${clientId}`);
}

/**
 * Returns the JSON of a key set. If the provider rejects the parameter, tries again without it.
 * @param url as from `keySetUrl`
 * @throws ProblemError entra_unavailable, entra_timeout or entra_error
 */
export async function loadKeySet(url: string, client: HttpClient): Promise<unknown> {
  const { clock, limits } = client;
  const deadline = clock() + limits.keysMs;
  let response = await fetchKeys(url, deadline, client);
  if (rejectsParameter(response)) response = await fetchKeys(url.replace(/\?.*$/, ''), deadline, client);
  const keys = response.status === 200 ? readJson(response.body) : undefined;
  if (keys !== undefined) return keys;
  const retryAfter = retryAfterSeconds(response.headers['retry-after'], clock());
  const code = response.status >= 500 || response.status === 429 ? 'entra_unavailable' : 'entra_error';
  const cause = new UpstreamError({ service: 'entra-keys', status: response.status });
  throw new ProblemError(code, retryAfter === undefined ? {} : { retryAfter }, { cause });
}

const rejectsParameter = ({ status }: ServiceResponse) => status === 400 || status === 404;

function fetchKeys(url: string, deadline: number, client: HttpClient): Promise<ServiceResponse> {
  const outgoing = {
    method: 'GET',
    url,
    headers: { accept: 'application/json' },
    maxBytes: MAX_KEY_SET_BYTES,
  } as const;
  const call = { signal: new AbortController().signal, deadline };
  return sendWithRetry(client, 'entra-keys', outgoing, call, client.limits.keysMs);
}
