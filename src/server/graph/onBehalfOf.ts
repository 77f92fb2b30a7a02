import { randomUUID } from 'node:crypto';
import {
  AuthError,
  ConfidentialClientApplication,
  ManagedIdentityApplication,
  type INetworkModule,
  type NetworkRequestOptions,
  type NetworkResponse,
  type NodeAuthOptions,
} from '@azure/msal-node';
import { LRUCache } from 'lru-cache';
import { federationAudience, knownAuthorities } from '../../contract/authority.ts';
import { ProblemError } from '../../contract/problem.ts';
import type { Call } from '../call.ts';
import type { Config } from '../config.ts';
import { ServiceAnswer } from '../httpClient/serviceAnswer.ts';
import type { Credential } from './credential.ts';
import type { TokenEndpoint } from './tokenEndpoint.ts';

/** The only file that knows MSAL. MSAL writes the request and signs it; the rest is ours. */

export interface GraphToken {
  readonly accessToken: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

export interface ExchangeAsk {
  /** The user's token for this API, already validated. */
  readonly assertion: string;
  readonly tid: string;
  /** Graph's challenge, plain JSON text. */
  readonly claims?: string;
}

/** Gets an access token of the managed identity for a resource. */
export type IdentityTokens = (resource: string) => Promise<string>;

/** Throws a ProblemError, or CallerGone. */
export type Exchange = (ask: ExchangeAsk, call: Call) => Promise<GraphToken>;

/**
 * MSAL hands on errors of its own family untouched, and then does not write its throttling entry, which holds no
 * user in its key: one user's 429 or 5xx would refuse everybody for a minute.
 */
class Carried extends AuthError {
  readonly error: unknown;

  constructor(error: unknown) {
    super('carried', '');
    // AuthError makes every object of its family look like a plain AuthError.
    Object.setPrototypeOf(this, Carried.prototype);
    this.error = error;
  }
}

/** The exchanges that MSAL is about, each under the id that it was given for it. */
type Exchanges = ReadonlyMap<string, { readonly ask: ExchangeAsk; readonly call: Call }>;

const MOST_TENANTS = 200;

/** @param endpoint does the sending and judges the answers */
export function createExchange(config: Config, credential: Credential, endpoint: TokenEndpoint): Exchange {
  const exchanges = new Map<string, { ask: ExchangeAsk; call: Call }>();
  const networkClient = network(endpoint, exchanges);
  const proof = clientProof(credential, endpoint, federationAudience(config.authority.url));
  // One per tenant: the signature of a certificate is kept for one token endpoint at a time.
  const clients = new LRUCache<string, ConfidentialClientApplication>({ max: MOST_TENANTS });

  function clientOf(tid: string): ConfidentialClientApplication {
    const known = clients.get(tid);
    if (known) return known;
    const auth = {
      clientId: config.clientId,
      ...authorityOf(config, tid),
      ...proof,
      clientCapabilities: ['CP1'],
    };
    const client = new ConfidentialClientApplication({ auth, system: { networkClient } });
    clients.set(tid, client);
    return client;
  }

  return async (ask, call) => {
    const client = clientOf(ask.tid);
    // MSAL hands nothing of ours through to the network but this. (An AsyncLocalStorage would, and would make every
    // promise of the process dearer.) Two requests of a client may bear the same correlation id, so it is another one.
    const id = randomUUID();
    exchanges.set(id, { ask, call });
    try {
      const result = await client.acquireTokenOnBehalfOf({
        oboAssertion: ask.assertion,
        scopes: [...config.scopes],
        correlationId: id,
        skipCache: true,
        ...(ask.claims === undefined ? {} : { claims: ask.claims }),
      });
      if (!result?.accessToken || !result.expiresOn) throw new ProblemError('entra_error');
      return { accessToken: result.accessToken, expiresAt: result.expiresOn.getTime() };
    } catch (error) {
      throw ownError(error);
    } finally {
      exchanges.delete(id);
      // MSAL's cache is searched from end to end on every call, and never forgets.
      client.clearCache();
    }
  };
}

function ownError(error: unknown): unknown {
  if (error instanceof Carried) return error.error;
  if (!(error instanceof AuthError)) return error;
  const code = error.errorCode === 'endpoints_resolution_error' ? 'entra_unavailable' : 'entra_error';
  return new ProblemError(
    code,
    {},
    { cause: new ServiceAnswer({ service: 'entra', msal: error.errorCode }) },
  );
}

/** Microsoft's hosts are known to MSAL; of others it is told everything, so that it never asks around. */
function authorityOf({ authority }: Config, tid: string): Partial<NodeAuthOptions> {
  const base = `${authority.origin}/${tid}`;
  const known = knownAuthorities(authority.url);
  if (known.length === 0) return { authority: base };
  const authorityMetadata = JSON.stringify({
    issuer: `${base}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
  });
  return { authority: base, knownAuthorities: known, authorityMetadata };
}

function clientProof(
  credential: Credential,
  endpoint: TokenEndpoint,
  audience: string,
): Partial<NodeAuthOptions> {
  switch (credential.kind) {
    case 'secret':
      return { clientSecret: credential.secret };
    case 'certificate': {
      const { privateKey, thumbprint } = credential;
      return { clientCertificate: { privateKey, thumbprintSha256: thumbprint } };
    }
    case 'managed-identity': {
      const tokens = createIdentityTokens(credential.clientId, endpoint);
      return {
        clientAssertion: () =>
          tokens(audience).catch((error: unknown) => {
            throw new Carried(error);
          }),
      };
    }
  }
}

/**
 * Returns a function that gets an access token of the managed identity for a resource (an App ID URI). MSAL caches
 * each token and renews it before it expires.
 * The function throws a ProblemError `server_misconfigured`: what goes wrong here is the server's fault, not the user's.
 */
export function createIdentityTokens(clientId: string, endpoint: TokenEndpoint): IdentityTokens {
  const identity = new ManagedIdentityApplication({
    managedIdentityIdParams: { userAssignedClientId: clientId },
    system: { networkClient: network(endpoint, new Map()) },
  });
  return async (resource) => {
    try {
      return (await identity.acquireToken({ resource })).accessToken;
    } catch (error) {
      const msal = error instanceof AuthError ? error.errorCode : 'unknown';
      const cause = new ServiceAnswer({ service: 'managed-identity', msal });
      throw new ProblemError('server_misconfigured', {}, { cause });
    }
  };
}

/** @param exchanges anything else that MSAL asks is not about a user */
function network(endpoint: TokenEndpoint, exchanges: Exchanges): INetworkModule {
  async function send<T>(method: 'GET' | 'POST', url: string, options: NetworkRequestOptions = {}) {
    const { headers = {}, body = '' } = options;
    const id = new URL(url).searchParams.get('client-request-id') ?? '';
    const exchange = exchanges.get(id);
    try {
      if (!exchange) {
        const outgoing = method === 'POST' ? { method, url, headers, body } : { method, url, headers };
        return (await endpoint.ask(outgoing)) as NetworkResponse<T>;
      }
      const { ask, call } = exchange;
      // Entra ID's logs show the request under the name that ours have.
      const named = (text: string) => text.replaceAll(id, call.correlationId);
      return (await endpoint.exchange(named(url), headers, named(body), call, ask)) as NetworkResponse<T>;
    } catch (error) {
      throw new Carried(error);
    }
  }
  return {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
  };
}
