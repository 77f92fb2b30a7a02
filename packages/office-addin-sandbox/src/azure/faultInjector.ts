import type { DryRequest } from './graphRoutes.ts';
import type { GraphFault } from './graphFault.ts';
import { badRequest, notFound } from './graphFault.ts';
import type { Situation } from './situations.ts';

/** Decides for each request which error the situation calls for. Create one for each run. */
export class FaultInjector {
  readonly #situation: Situation | undefined;
  #requests = 0;
  /** Changes that have already failed once. */
  #throttled = new Set<string>();
  /** Number of requests for which the newest object is not found yet. */
  #notFoundYet = 0;

  constructor(situation: Situation | undefined) {
    this.#situation = situation;
  }

  /** Call when Graph has created an object. */
  objectCreated(): void {
    if (this.#situation === 'late') this.#notFoundYet = 2;
  }

  /** Returns the error for this request, or undefined if it succeeds. */
  faultOf(request: DryRequest): GraphFault | undefined {
    this.#requests += 1;
    const isChange = request.method !== 'GET';
    const situation = this.#situation;
    if (situation === 'denied' && isChange) return DENIED;
    if (situation === 'busy' && this.#requests <= 2) return BUSY;
    if (situation === 'throttled' && isChange) return this.#throttleOnce(request);
    if (situation === 'late') return this.#replicationLag(request);
    if (situation === 'uri-policy' && setsIdentifierUris(request.body)) return URI_POLICY;
    if (situation === 'secret-policy' && request.path.endsWith('/addPassword')) return SECRET_POLICY;
    return undefined;
  }

  #throttleOnce({ method, path, body }: DryRequest): GraphFault | undefined {
    const key = `${method} ${path} ${JSON.stringify(body)}`;
    if (this.#throttled.has(key)) return undefined;
    this.#throttled.add(key);
    return THROTTLED;
  }

  #replicationLag({ method, path }: DryRequest): GraphFault | undefined {
    if (this.#notFoundYet === 0) return undefined;
    this.#notFoundYet -= 1;
    if (method !== 'POST' || !path.endsWith('/servicePrincipals')) return notFound(path);
    return badRequest(
      'The appId of the service principal does not reference a valid application object.',
      'NoBackingApplicationObject',
    );
  }
}

function setsIdentifierUris(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'identifierUris' in body;
}

const DENIED: GraphFault = {
  status: 403,
  code: 'Authorization_RequestDenied',
  message: 'Insufficient privileges to complete the operation.',
};
const BUSY: GraphFault = {
  status: 503,
  code: 'ServiceUnavailable',
  message: 'The service is temporarily unavailable.',
  retryAfter: 1,
};
const THROTTLED: GraphFault = {
  status: 429,
  code: 'TooManyRequests',
  message: 'Too many requests.',
  retryAfter: 1,
};
const URI_POLICY: GraphFault = badRequest(
  'The newly added URI must comply with the format that the app management policy of the organization allows.',
  'NonDefaultUriAddition',
);
const SECRET_POLICY: GraphFault = {
  status: 400,
  code: 'CredentialTypeNotAllowedAsPerAppPolicy',
  message: 'Credential type not allowed as per assigned policy.',
};
