import { createRemoteJWKSet, customFetch, errors, jwksCache, type CryptoKey } from 'jose';
import { z } from 'zod';
import { ProblemError } from '../../contract/problem.ts';
import type { Config } from '../config.ts';
import {
  readJson,
  UpstreamError,
  type HttpClient,
  type ServiceResponse,
  retryAfterSeconds,
} from '../httpClient/httpClient.ts';
import { sendWithRetry } from '../httpClient/send.ts';
import type { Limits } from '../limits.ts';

/** Returns the JSON at a URL, within limits of time and size. Throws a ProblemError if Entra ID returns none. */
type LoadKeySet = (url: string) => Promise<unknown>;

export interface SigningKey extends PublishedKey {
  readonly key: CryptoKey;
}

/** Cooldown after a failed load while there are no keys at all: every request waits for the next load. */
const EMPTY_COOLDOWN_MS = 1_000;

/**
 * Entra ID's public signing keys. jose's remote key set loads once for concurrent requests, imports the keys, limits
 * loads caused by unknown key ids, and serves known keys through an outage of any length. This class adds what jose
 * lacks: a cooldown after a failed load; support for the `issuer` that Entra ID adds to its keys, and for a key listed
 * once per issuer (ambiguous to jose); a minimum key strength; keeping the known keys if a new set has no usable key; and
 * telling whether a key is still published.
 */
export class SigningKeys {
  readonly #load: LoadKeySet;
  readonly #clock: () => number;
  readonly #cooldownMs: number;
  readonly #remote: ReturnType<typeof createRemoteJWKSet>;
  /** The current set. jose replaces `jwks` in the same step in which it starts using a new set. */
  readonly #cache = { jwks: { keys: [] as PublishedKey[] }, uat: NaN };
  #failure: { readonly error: unknown; readonly at: number } | undefined;

  constructor(
    url: URL,
    load: LoadKeySet,
    clock: () => number,
    { keysCooldownMs }: Pick<Limits, 'keysCooldownMs'>,
  ) {
    this.#load = load;
    this.#clock = clock;
    this.#cooldownMs = keysCooldownMs;
    this.#remote = createRemoteJWKSet(url, {
      [customFetch]: (href) => this.#fetch(href),
      [jwksCache]: this.#cache,
      cacheMaxAge: Infinity,
      cooldownDuration: keysCooldownMs,
    });
  }

  get loaded(): boolean {
    return this.#cache.jwks.keys.length > 0;
  }

  /**
   * Returns undefined if Entra ID publishes no such key.
   * @throws ProblemError entra_unavailable, entra_timeout or entra_error if the keys cannot be loaded
   */
  async find(kid: string): Promise<SigningKey | undefined> {
    const known = this.#published(kid);
    try {
      const key = await this.#remote({ alg: 'RS256', kid });
      const published = known ?? this.#published(kid);
      return published && { ...published, key };
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey) return undefined;
      throw error;
    }
  }

  /** Returns false for a withdrawn key, whose signatures must no longer be trusted. */
  publishes({ kid, n }: Pick<PublishedKey, 'kid' | 'n'>): boolean {
    return this.#published(kid)?.n === n;
  }

  /** Loads the keys, ignoring the cooldowns. Concurrent callers share one load. */
  reload(): Promise<void> {
    if (!this.#remote.reloading) this.#failure = undefined;
    return this.#remote.reload();
  }

  #published(kid: string): PublishedKey | undefined {
    return this.#cache.jwks.keys.find((key) => key.kid === kid);
  }

  async #fetch(url: string): Promise<Response> {
    const cooldownMs = this.loaded ? this.#cooldownMs : Math.min(EMPTY_COOLDOWN_MS, this.#cooldownMs);
    if (this.#failure && this.#clock() - this.#failure.at < cooldownMs) throw this.#failure.error;
    try {
      const keys = readKeySet(await this.#load(url));
      if (keys.length === 0)
        throw new ProblemError('entra_error', { detail: "Entra ID's key set contains no usable key." });
      this.#failure = undefined;
      return Response.json({ keys });
    } catch (error) {
      this.#failure = { error, at: this.#clock() };
      throw error;
    }
  }
}

const rsaKey = z.looseObject({
  kty: z.literal('RSA'),
  kid: z.string().min(1),
  // At least 2048 bits (RFC 7518 3.3). The upper bound exceeds any real key: verification cost grows quadratically.
  n: z.string().regex(/^[\w-]{341,1400}$/),
  // 65537. With an exponent of 1 every signature would be valid.
  e: z.literal('AQAB'),
  use: z.literal('sig').optional(),
  alg: z.literal('RS256').optional(),
  issuer: z.string().optional(),
});
const keySet = z.looseObject({ keys: z.array(z.unknown()).max(200) });

/** An RSA key that Entra ID publishes for signing, as a JWK. */
export interface PublishedKey {
  readonly kty: 'RSA';
  readonly e: 'AQAB';
  readonly kid: string;
  /** The modulus. The same `kid` with a different modulus is a different key. */
  readonly n: string;
  /** Issuers whose tokens the key may sign; `{tenantid}` stands for any tenant. Empty if the set does not name any. */
  readonly issuers: readonly string[];
}

/**
 * Returns the usable keys of a JWK set (RFC 7517), one per `kid`; leaves out others, such as encryption keys. Entra ID
 * lists a key that signs for several issuers once per issuer.
 */
export function readKeySet(body: unknown): PublishedKey[] {
  const keys = new Map<string, PublishedKey>();
  for (const entry of keySet.safeParse(body).data?.keys ?? []) {
    const key = rsaKey.safeParse(entry).data;
    if (!key) continue;
    const { kty, e, kid, n, issuer } = key;
    const before = keys.get(kid)?.n === n ? keys.get(kid)?.issuers : undefined;
    const issuers = issuer === undefined || before?.length === 0 ? [] : [...(before ?? []), issuer];
    keys.set(kid, { kty, e, kid, n, issuers });
  }
  return [...keys.values()];
}

/**
 * Returns whether a key may sign for an issuer. Entra ID lists the v2.0 issuer even for keys that sign v1.0 tokens, so
 * the tenant's v2.0 issuer is accepted as well.
 */
export function maySignFor(
  { issuers }: Pick<PublishedKey, 'issuers'>,
  v2Issuer: string,
  iss: string,
  tid: string,
): boolean {
  if (issuers.length === 0) return true;
  return issuers
    .map((issuer) => issuer.replace('{tenantid}', tid))
    .some((issuer) => issuer === v2Issuer || issuer === iss);
}

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
