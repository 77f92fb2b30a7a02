import type { JWTPayload } from 'jose';
import type { User } from '../users.ts';
import type { SandboxOrigins } from '../ports.ts';
import { claimsForChallenge } from './challenge.ts';
import type { Registration } from './registrations.ts';
import type { Keys, SignOptions, TokenAlgorithm } from './keys.ts';
import { apiTokenClaims, TOKEN_LIFETIME } from './tokens.ts';

export interface BootstrapTokenOptions {
  /**
   * Merged over the normal claims; null removes one. `exp`, `nbf`, `iat` are in seconds from now. Not claims:
   * `ver: "1.0"` issues a version 1.0 token, `alg` (`none`, `HS256`) and `kid` set the header, `ownKey: true` signs with
   * the application-specific key, `raw` is returned instead of a token.
   */
  readonly overrides?: Readonly<Record<string, unknown>>;
  /** Claims challenge that the user has satisfied, as JSON text. */
  readonly authChallenge?: string;
}

const TIMES = ['exp', 'nbf', 'iat'];

/** Returns the token that getAccessToken returns to the add-in. */
export async function mintBootstrapToken(
  keys: Keys,
  origins: SandboxOrigins,
  registration: Registration,
  user: User,
  { overrides = {}, authChallenge }: BootstrapTokenOptions = {},
): Promise<string> {
  const { alg, kid, ownKey, raw, ...claimOverrides } = overrides;
  if (typeof raw === 'string') return raw;
  const claims: JWTPayload = apiTokenClaims(user, registration, origins, {
    version: claimOverrides['ver'] === '1.0' ? '1.0' : '2.0',
    requestedBy: 'office',
    proof: claimsForChallenge(authChallenge),
  });
  const now = Math.floor(Date.now() / 1000);
  for (const [name, value] of Object.entries(claimOverrides)) {
    if (value === null) delete claims[name];
    else claims[name] = TIMES.includes(name) && typeof value === 'number' ? now + value : value;
  }
  adjustIssueTime(claims, claimOverrides);
  const options: SignOptions = {
    ...(ownKey === true ? { ownKey } : {}),
    ...(isAlgorithm(alg) ? { alg } : {}),
    ...(typeof kid === 'string' ? { kid } : {}),
  };
  return keys.sign(claims, options);
}

/** Moves `iat` and `nbf` of an expired token before its `exp`, unless they are overridden. */
function adjustIssueTime(claims: JWTPayload, overrides: Readonly<Record<string, unknown>>): void {
  const { exp, iat } = claims;
  if (typeof exp !== 'number' || typeof iat !== 'number' || exp > iat || exp < TOKEN_LIFETIME) return;
  for (const name of ['iat', 'nbf'] as const) {
    if (!(name in overrides)) claims[name] = exp - TOKEN_LIFETIME;
  }
}

function isAlgorithm(value: unknown): value is TokenAlgorithm {
  return value === 'RS256' || value === 'HS256' || value === 'none';
}
