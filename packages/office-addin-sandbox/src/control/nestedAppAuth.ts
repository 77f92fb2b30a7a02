import { z } from 'zod';
import { otherUser } from '../entra/authorize/steps.ts';
import { isChallenge, claimsForChallenge } from '../entra/challenge.ts';
import type { Entra } from '../entra/entra.ts';
import type { Registration } from '../entra/registrations.ts';
import { readScopes } from '../entra/scopes.ts';
import { apiTokenClaims, graphTokenClaims, idTokenClaims, TOKEN_LIFETIME } from '../entra/tokens.ts';
import { users, type User } from '../users.ts';
import type { SandboxOrigins } from '../ports.ts';
import type { SandboxState } from '../state.ts';
import type { OfficeSession } from './officeSession.ts';

/** The parts of an msal-browser request over the bridge that the sandbox reads. */
export const nestedRequest = z.looseObject({
  messageType: z.literal('NestedAppAuthRequest'),
  method: z.string(),
  requestId: z.string(),
  /** Added by the host page: phones always have the bridge. */
  isPhone: z.boolean().default(false),
  tokenParams: z
    .looseObject({
      clientId: z.string().optional(),
      scope: z.string().default(''),
      claims: z.string().optional(),
      forceRefresh: z.boolean().optional(),
    })
    .optional(),
});
export type NestedRequest = z.output<typeof nestedRequest>;

type Failure =
  | 'USER_INTERACTION_REQUIRED'
  | 'USER_CANCEL'
  | 'NO_NETWORK'
  | 'PERSISTENT_ERROR'
  | 'NESTED_APP_AUTH_UNAVAILABLE';

export type NestedResponse = Readonly<Record<string, unknown>> & { readonly success: boolean };

interface Dependencies {
  readonly state: SandboxState;
  readonly origins: SandboxOrigins;
  readonly entra: Entra;
  readonly session: OfficeSession;
}

/** Simulates Office as the broker of nested app authentication. */
export class NestedAppAuth {
  readonly #dependencies: Dependencies;
  /** The user who signed in at the prompt in this scenario; from then on Office answers silently. */
  #prompted: User | null = null;

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies;
    dependencies.state.onChange(() => {
      this.#prompted = null;
    });
  }

  /** Returns null if the bridge never responds. */
  async answer(request: NestedRequest): Promise<NestedResponse | null> {
    const { state } = this.#dependencies;
    if (state.scenario.nestedAppAuth === 'hang') {
      state.log.add('nested', { method: request.method, answer: 'hang' });
      return null;
    }
    const outcome = await this.#outcome(request);
    const answer = typeof outcome === 'string' ? outcome : 'ok';
    const { scope = null, claims, forceRefresh = false } = request.tokenParams ?? {};
    state.log.add('nested', {
      method: request.method,
      scopes: scope,
      // A request for the client's capabilities isn't a challenge.
      ...(isChallenge(claims) ? { claims, forceRefresh } : {}),
      answer,
    });
    const envelope = { messageType: 'NestedAppAuthResponse', requestId: request.requestId };
    if (typeof outcome !== 'string') return { ...envelope, success: true, ...outcome };
    return {
      ...envelope,
      success: false,
      error: { status: outcome, code: outcome, description: 'Error of the current sandbox scenario.' },
    };
  }

  async #outcome({
    method,
    tokenParams,
    isPhone,
  }: NestedRequest): Promise<Failure | Record<string, unknown>> {
    const { state } = this.#dependencies;
    if (state.scenario.nestedAppAuth === false && !isPhone) return 'NESTED_APP_AUTH_UNAVAILABLE';
    if (method === 'GetInitContext') return this.#initContext();
    if (state.scenario.nestedAppAuth === 'no-network') return 'NO_NETWORK';
    const { registrations } = this.#dependencies.entra;
    const clientId = tokenParams?.clientId;
    const registration = clientId === undefined ? registrations.first : registrations.find(clientId);
    if (!registration) return 'PERSISTENT_ERROR';
    const { scope = '', claims } = tokenParams ?? {};
    switch (method) {
      case 'GetToken':
        return this.#needsUser(claims)
          ? 'USER_INTERACTION_REQUIRED'
          : this.#tokens(registration, this.#user, scope, claims);
      case 'GetTokenPopup':
        return this.#prompt(registration, scope, claims);
      default:
        return 'PERSISTENT_ERROR';
    }
  }

  get #user(): User {
    return this.#prompted ?? users[this.#dependencies.state.scenario.user];
  }

  #needsUser(claims: string | undefined): boolean {
    const { state, session } = this.#dependencies;
    const interaction = state.scenario.nestedAppAuth === 'interaction' || !session.signedIn;
    return isChallenge(claims) || (interaction && this.#prompted === null);
  }

  async #prompt(
    registration: Registration,
    scope: string,
    claims: string | undefined,
  ): Promise<Failure | Record<string, unknown>> {
    const { state, session } = this.#dependencies;
    const { user } = state.scenario;
    const answer = state.next('signIn');
    if (answer === 'cancel') return 'USER_CANCEL';
    if (answer === 'decline' || answer === 'fail') return 'PERSISTENT_ERROR';
    this.#prompted = users[answer === 'wrong-account' ? otherUser(user) : user];
    session.signIn();
    return this.#tokens(registration, this.#prompted, scope, claims);
  }

  #initContext(): Record<string, unknown> {
    const { session } = this.#dependencies;
    return {
      initContext: {
        sdkName: 'sandbox',
        sdkVersion: '1.0.0',
        capabilities: { queryAccount: false },
        ...(session.signedIn ? { accountContext: this.#accountContext(this.#user) } : {}),
      },
    };
  }

  /** `environment` must be the authority's host; otherwise MSAL doesn't find the account in its cache. */
  #accountContext({ oid, tenant }: User) {
    return {
      homeAccountId: `${oid}.${tenant.id}`,
      environment: new URL(this.#dependencies.origins.entra).host,
      tenantId: tenant.id,
    };
  }

  async #tokens(
    registration: Registration,
    user: User,
    scope: string,
    claims: string | undefined,
  ): Promise<Record<string, unknown>> {
    const { entra, origins } = this.#dependencies;
    const scopes = readScopes(scope, registration, origins);
    const proof = claimsForChallenge(claims);
    const tokenClaims = scopes.resources.has('graph')
      ? graphTokenClaims(user, registration, scopes.permissions, proof)
      : apiTokenClaims(user, registration, origins, { proof });
    return {
      token: {
        access_token: await entra.keys.sign(tokenClaims),
        id_token: await entra.keys.sign(idTokenClaims(user, registration, origins)),
        expires_in: TOKEN_LIFETIME,
        scope,
        properties: null,
      },
      account: {
        ...this.#accountContext(user),
        localAccountId: user.oid,
        username: user.mail,
        name: user.displayName,
      },
    };
  }
}
