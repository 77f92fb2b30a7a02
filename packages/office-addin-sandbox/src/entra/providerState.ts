import type { X509Certificate } from 'node:crypto';
import type { SandboxState } from '../state.ts';
import type { SandboxOrigins } from '../ports.ts';
import type { UserId } from '../users.ts';
import { ExpiringMap } from '../http/expiringMap.ts';
import type { Keys } from './keys.ts';
import type { Registrations } from './registrations.ts';

/** The grant behind an authorization code or a refresh token. */
export interface Grant {
  readonly user: UserId;
  readonly clientId: string;
  readonly redirectUri: string;
  /** The `scope` of the authorize request. */
  readonly scope: string;
  readonly nonce?: string | undefined;
  readonly codeChallenge?: string | undefined;
  /** Claims of the access token that show that a challenge was satisfied. */
  readonly proof: Readonly<Record<string, unknown>>;
}

const MINUTE = 60_000;

/** State of the identity provider, and its configuration. */
export class ProviderState {
  readonly codes = new ExpiringMap<Grant>(5 * MINUTE);
  readonly refreshTokens = new ExpiringMap<Grant>(24 * 60 * MINUTE);
  /** Accounts of each browser session, the latest last. */
  readonly sessions = new ExpiringMap<Set<UserId>>(24 * 60 * MINUTE);
  /** The user has signed out in this scenario, which ends a session that the scenario starts with. */
  sessionEnded = false;
  /** Pairs `user scope` that were accepted on the consent page in the current scenario. */
  readonly #consents = new Set<string>();

  readonly state: SandboxState;
  readonly origins: SandboxOrigins;
  readonly keys: Keys;
  readonly registrations: Registrations;
  /** Certificates of the app registration. */
  readonly certificates: readonly X509Certificate[];

  constructor(
    state: SandboxState,
    origins: SandboxOrigins,
    keys: Keys,
    registrations: Registrations,
    certificates: readonly X509Certificate[] = [],
  ) {
    this.state = state;
    this.origins = origins;
    this.keys = keys;
    this.registrations = registrations;
    this.certificates = certificates;
    state.onReset(() => {
      this.codes.clear();
      this.refreshTokens.clear();
      this.sessions.clear();
    });
    state.onChange(() => {
      this.#consents.clear();
      this.sessionEnded = false;
      if (state.scenario.entraSession === 'signed-out') this.sessions.clear();
    });
  }

  consent(user: UserId, scopes: readonly string[]): void {
    for (const scope of scopes) this.#consents.add(`${user} ${scope}`);
  }

  /** All users have consented to all scopes, unless the scenario shows the consent page. */
  hasConsented(user: UserId, scopes: readonly string[]): boolean {
    const showsConsent = this.state.scenario.signIn.some(
      (answer) => answer === 'consent' || answer === 'decline',
    );
    return !showsConsent || scopes.every((scope) => this.#consents.has(`${user} ${scope}`));
  }
}
