import { X509Certificate, createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  AuthError,
  ClientAssertion,
  ConfidentialClientApplication,
  CryptoProvider,
  ManagedIdentityApplication,
  type INetworkModule,
  type NodeAuthOptions,
} from '@azure/msal-node';
import { LRUCache } from 'lru-cache';
import { federationAudience, knownAuthorities } from '../../contract/entra.ts';
import { ProblemError } from '../../contract/problem.ts';
import type { Call } from '../call.ts';
import { ConfigError, type Config, type CredentialSetting } from '../config.ts';
import {
  UpstreamError,
  readJson,
  type HttpClient,
  type OutgoingRequest,
  retryAfterSeconds,
} from '../httpClient/httpClient.ts';
import { send, sendWithRetry } from '../httpClient/send.ts';
import { entraProblem, type ExchangeContext } from './entraProblem.ts';

/**
 * The only file that imports MSAL. MSAL builds the token requests, adds the client credential and parses the responses.
 * Sending, caching and error handling are our own: docs/decisions/0015-with-msal-node.md.
 */

export interface GraphToken {
  readonly accessToken: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

export interface ExchangeRequest {
  /** The user's token for this API, already validated. */
  readonly assertion: string;
  readonly tid: string;
  /** Graph's challenge, plain JSON text. */
  readonly claims?: string;
}

/** Gets an access token of the managed identity for a resource. */
export type IdentityTokens = (resource: string) => Promise<string>;

/** Throws a ProblemError, or ClientDisconnected. */
export type Exchange = (request: ExchangeRequest, call: Call) => Promise<GraphToken>;

/** @param endpoint sends the requests, and throws a problem for an error response */
export function createExchange(config: Config, credential: Credential, endpoint: TokenEndpoint): Exchange {
  const credentialFor = clientCredential(config, credential, endpoint);
  return async (request, call) => {
    let failure: unknown;
    const networkClient: INetworkModule = {
      ...plainNetwork(endpoint),
      sendPostRequestAsync: <T>(url: string, { headers = {}, body = '' } = {}) =>
        endpoint.exchange<T>(url, headers, body, call, request).catch((error: unknown) => {
          failure = error; // MSAL wraps errors that are not its own.
          throw error;
        }),
    };
    const auth = {
      clientId: config.clientId,
      ...authorityOf(config, request.tid),
      ...credentialFor(request.tid),
      clientCapabilities: ['CP1'],
    };
    // One client per exchange, because MSAL caches per client, and after one user's 429 throttles all users of a client.
    const client = new ConfidentialClientApplication({ auth, system: { networkClient } });
    try {
      const result = await client.acquireTokenOnBehalfOf({
        oboAssertion: request.assertion,
        scopes: [...config.scopes],
        correlationId: call.correlationId,
        skipCache: true,
        ...(request.claims === undefined ? {} : { claims: request.claims }),
      });
      if (!result?.accessToken || !result.expiresOn) throw new ProblemError('entra_error');
      return { accessToken: result.accessToken, expiresAt: result.expiresOn.getTime() };
    } catch (error) {
      throw failure ?? asProblem(error);
    }
  };
}

function asProblem(error: unknown): unknown {
  if (!(error instanceof AuthError)) return error;
  const code = error.errorCode === 'endpoints_resolution_error' ? 'entra_unavailable' : 'entra_error';
  const cause = new UpstreamError({ service: 'entra', msal: error.errorCode });
  return new ProblemError(code, {}, { cause });
}

/** MSAL knows Microsoft's hosts. For others, passes the endpoints, so that MSAL does not run endpoint discovery. */
function authorityOf({ authority }: Config, tid: string): Partial<NodeAuthOptions> {
  const base = `${authority.origin}/${tid}`;
  const known = knownAuthorities(authority.url);
  if (known.length === 0) return { authority: base };
  const authorityMetadata = JSON.stringify({
    issuer: `${base}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: tokenUrl(authority.origin, tid),
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
  });
  return { authority: base, knownAuthorities: known, authorityMetadata };
}

const tokenUrl = (origin: string, tid: string) => `${origin}/${tid}/oauth2/v2.0/token`;

/** Number of tenants whose signed assertions are cached. */
const MAX_TENANTS = 200;

/** Returns a function that returns MSAL's credential options for a tenant. */
function clientCredential(
  { clientId, authority }: Config,
  credential: Credential,
  endpoint: TokenEndpoint,
): (tid: string) => Partial<NodeAuthOptions> {
  switch (credential.kind) {
    case 'secret':
      return () => ({ clientSecret: credential.secret });
    case 'certificate': {
      const { privateKey, thumbprint } = credential;
      const crypto = new CryptoProvider();
      // Each caches its signature for ten minutes: signing costs ten times as much as the rest of an exchange.
      const assertions = new LRUCache<string, ClientAssertion>({
        max: MAX_TENANTS,
        memoMethod: () => ClientAssertion.fromCertificateWithSha256Thumbprint(thumbprint, privateKey),
      });
      return (tid) => ({
        clientAssertion: () =>
          Promise.resolve(assertions.memo(tid).getJwt(crypto, clientId, tokenUrl(authority.origin, tid))),
      });
    }
    case 'managed-identity': {
      const tokens = createIdentityTokens(credential.clientId, endpoint);
      const audience = federationAudience(authority.url);
      return () => ({ clientAssertion: () => tokens(audience) });
    }
  }
}

/**
 * Returns a function that gets an access token of the managed identity for a resource (an App ID URI). MSAL caches each
 * token and renews it before it expires. The function throws the ProblemError `server_misconfigured`, because a failure
 * concerns the server, not the user.
 */
export function createIdentityTokens(clientId: string, endpoint: TokenEndpoint): IdentityTokens {
  const identity = new ManagedIdentityApplication({
    managedIdentityIdParams: { userAssignedClientId: clientId },
    system: { networkClient: plainNetwork(endpoint) },
  });
  return async (resource) => {
    try {
      return (await identity.acquireToken({ resource })).accessToken;
    } catch (error) {
      const msal = error instanceof AuthError ? error.errorCode : 'unknown';
      const cause = new UpstreamError({ service: 'managed-identity', msal });
      throw new ProblemError('server_misconfigured', {}, { cause });
    }
  };
}

/** Network client for requests that do not belong to a user. */
function plainNetwork(endpoint: TokenEndpoint): INetworkModule {
  return {
    sendGetRequestAsync: <T>(url: string, { headers = {} } = {}) =>
      endpoint.send<T>({ method: 'GET', url, headers }),
    sendPostRequestAsync: <T>(url: string, { headers = {}, body = '' } = {}) =>
      endpoint.send<T>({ method: 'POST', url, headers, body }),
  };
}

const MAX_TOKEN_RESPONSE_BYTES = 128 * 1024;

interface TokenResponse<T> {
  status: number;
  headers: Record<string, string>;
  /** Unvalidated JSON, typed as MSAL expects it. */
  body: T;
}

/** Sends requests to Entra ID's token endpoint, with time limits and retries, and maps error responses to problems. */
export class TokenEndpoint {
  readonly #client: HttpClient;
  readonly #config: Config;

  constructor(config: Config, client: HttpClient) {
    this.#config = config;
    this.#client = client;
  }

  /**
   * Exchanges a token. Retrying is safe: an exchange can be repeated with the same assertion.
   * @returns a response that contains a token
   * @throws ProblemError, or ClientDisconnected
   */
  async exchange<T>(
    url: string,
    headers: Readonly<Record<string, string>>,
    body: string,
    call: Call,
    context: ExchangeContext,
  ): Promise<TokenResponse<T>> {
    const outgoing = {
      method: 'POST',
      url,
      headers,
      body,
      maxBytes: MAX_TOKEN_RESPONSE_BYTES,
      repeatable: true,
    } as const;
    const response = await sendWithRetry(this.#client, 'entra', outgoing, call, this.#client.limits.entraMs);
    const parsed = readJson(response.body);
    if (response.status === 200 && hasAccessToken(parsed))
      return { ...response, headers: { ...response.headers }, body: parsed as T };
    const retryAfter = retryAfterSeconds(response.headers['retry-after'], this.#client.clock());
    throw entraProblem({ status: response.status, retryAfter, body: parsed }, context, this.#config);
  }

  /** Sends any other request of MSAL, such as those to the endpoint of a managed identity. */
  async send<T>(outgoing: Omit<OutgoingRequest, 'maxBytes'>): Promise<TokenResponse<T>> {
    const never = new AbortController().signal;
    const limited = { ...outgoing, maxBytes: MAX_TOKEN_RESPONSE_BYTES };
    const response = await send(this.#client.dispatcher, limited, never, this.#client.limits.keysMs);
    return { ...response, headers: { ...response.headers }, body: (readJson(response.body) ?? {}) as T };
  }
}

/** Needed because MSAL accepts `{}` as a success with an empty token. Valid characters: RFC 6749 A.12. */
function hasAccessToken(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  const { access_token: token } = body as { access_token?: unknown };
  return typeof token === 'string' && /^[\x20-\x7e]+$/.test(token);
}

/** A credential that has been loaded and checked. */
export type Credential =
  | { readonly kind: 'secret'; readonly secret: string }
  /** `thumbprint`: SHA-256, hexadecimal without colons. */
  | { readonly kind: 'certificate'; readonly privateKey: string; readonly thumbprint: string }
  | { readonly kind: 'managed-identity'; readonly clientId: string };

/** Loads and checks the certificate at startup, before the first user needs it. @throws ConfigError if it is not usable */
export function loadCredential(setting: CredentialSetting, now: number): Credential {
  if (setting.kind !== 'certificate') return setting;
  const configError = (problem: string, cause?: unknown) =>
    new ConfigError([`CLIENT_CERTIFICATE_PATH (${setting.path}) ${problem}`], { cause });
  let pem: string;
  try {
    pem = readFileSync(setting.path, 'utf8');
  } catch (error) {
    throw configError('cannot be read; set it to a PEM file with the certificate and its private key', error);
  }
  const certificatePem = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/.exec(pem)?.[0];
  const keyPem = /-----BEGIN ((?:RSA )?PRIVATE KEY)-----[\s\S]+?-----END \1-----/.exec(pem)?.[0];
  if (!certificatePem || !keyPem)
    throw configError(
      'does not contain both a certificate and an unencrypted private key; add what is missing',
    );
  try {
    const certificate = new X509Certificate(certificatePem);
    const key = createPrivateKey(keyPem);
    // MSAL signs the assertion only with RS256 or PS256; any other key would fail with the first user.
    if (key.asymmetricKeyType !== 'rsa')
      throw configError('contains a key that is not RSA; create an RSA certificate');
    if (!certificate.checkPrivateKey(key))
      throw configError('contains the private key of another certificate; replace it with the matching key');
    if (Date.parse(certificate.validTo) <= now)
      throw configError(`expired on ${certificate.validTo}; create a new certificate`);
    const privateKey = key.export({ type: 'pkcs8', format: 'pem' }) as string;
    return { kind: 'certificate', privateKey, thumbprint: certificate.fingerprint256.replaceAll(':', '') };
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw configError('is not valid PEM; export the certificate and its key again', error);
  }
}
