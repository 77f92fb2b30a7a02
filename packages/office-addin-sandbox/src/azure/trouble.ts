import type { DryRequest } from './graph.ts';
import type { GraphFault } from './graphFault.ts';
import { badRequest, notFound } from './graphFault.ts';
import type { Situation } from './situations.ts';

/** Says what goes wrong with each request, as the situation has it. One for each run. */
export class Trouble {
  readonly #situation: Situation | undefined;
  #requests = 0;
  /** Changes that were refused once already. */
  #refused = new Set<string>();
  /** How often what was made a moment ago is still unknown. */
  #late = 0;

  constructor(situation: Situation | undefined) {
    this.#situation = situation;
  }

  /** An object was made. */
  created(): void {
    if (this.#situation === 'late') this.#late = 2;
  }

  faultOf(request: DryRequest): GraphFault | undefined {
    this.#requests += 1;
    const change = request.method !== 'GET';
    const situation = this.#situation;
    if (situation === 'denied' && change) return DENIED;
    if (situation === 'busy' && this.#requests <= 2) return BUSY;
    if (situation === 'throttled' && change) return this.#onceEach(request);
    if (situation === 'late') return this.#unknownYet(request);
    if (situation === 'uri-policy' && nonDefaultUri(request.body)) return URI_POLICY;
    if (situation === 'secret-policy' && request.path.endsWith('/addPassword')) return SECRET_POLICY;
    return undefined;
  }

  #onceEach({ method, path, body }: DryRequest): GraphFault | undefined {
    const key = `${method} ${path} ${JSON.stringify(body)}`;
    if (this.#refused.has(key)) return undefined;
    this.#refused.add(key);
    return THROTTLED;
  }

  #unknownYet({ method, path }: DryRequest): GraphFault | undefined {
    if (this.#late === 0) return undefined;
    this.#late -= 1;
    if (method !== 'POST' || !path.endsWith('/servicePrincipals')) return notFound(path);
    return badRequest(
      'The appId of the service principal does not reference a valid application object.',
      'NoBackingApplicationObject',
    );
  }
}

function nonDefaultUri(body: unknown): boolean {
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
