import type { X509Certificate } from 'node:crypto';
import type { SandboxState } from '../state.ts';
import type { SandboxOrigins } from '../ports.ts';
import type { PersonId } from '../people.ts';
import { ExpiringMap } from '../http/expiringMap.ts';
import type { Keys } from './keys.ts';

/** What an authorization code or a refresh token stands for. */
export interface Grant {
  readonly user: PersonId;
  readonly redirectUri: string;
  /** The `scope` that was asked for at the authorize endpoint. */
  readonly scope: string;
  readonly nonce?: string | undefined;
  readonly codeChallenge?: string | undefined;
  /** Claims that the access token carries because a challenge was met. */
  readonly met: Readonly<Record<string, unknown>>;
}

const MINUTE = 60_000;

/** What the identity provider remembers, and what it works with. */
export class Directory {
  readonly codes = new ExpiringMap<Grant>(5 * MINUTE);
  readonly refreshTokens = new ExpiringMap<Grant>(24 * 60 * MINUTE);
  /** Browser sessions: who has signed in there, the latest last. */
  readonly sessions = new ExpiringMap<Set<PersonId>>(24 * 60 * MINUTE);
  /** `user scope` pairs that were accepted on the consent page since the scenario was chosen. */
  readonly #consents = new Set<string>();

  readonly state: SandboxState;
  readonly origins: SandboxOrigins;
  readonly keys: Keys;
  /** Those that stand in the app registration. */
  readonly certificates: readonly X509Certificate[];

  constructor(
    state: SandboxState,
    origins: SandboxOrigins,
    keys: Keys,
    certificates: readonly X509Certificate[] = [],
  ) {
    this.state = state;
    this.origins = origins;
    this.keys = keys;
    this.certificates = certificates;
    state.onReset(() => {
      this.codes.clear();
      this.refreshTokens.clear();
      this.sessions.clear();
    });
    state.onChange(() => this.#consents.clear());
  }

  get redirectUris(): readonly string[] {
    const { addin } = this.origins;
    return [`${addin}/bridge.html`, `${addin}/dialog.html`, `brk-multihub://${new URL(addin).host}`];
  }

  consent(user: PersonId, scopes: readonly string[]): void {
    for (const scope of scopes) this.#consents.add(`${user} ${scope}`);
  }

  /** Everyone has consented to everything, until the scenario says that the consent page comes. */
  hasConsented(user: PersonId, scopes: readonly string[]): boolean {
    const asks = this.state.scenario.signIn.some((answer) => answer === 'consent' || answer === 'decline');
    return !asks || scopes.every((scope) => this.#consents.has(`${user} ${scope}`));
  }
}
