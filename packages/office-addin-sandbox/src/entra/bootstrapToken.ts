import type { JWTPayload } from 'jose';
import type { Person } from '../people.ts';
import type { SandboxOrigins } from '../ports.ts';
import { meetingClaims } from './challenge.ts';
import type { Keys, SignOptions, TokenAlgorithm } from './keys.ts';
import { apiTokenClaims, TOKEN_LIFETIME } from './tokens.ts';

export interface BootstrapTokenOptions {
  /**
   * Claims to put over the normal ones; null takes one away. `exp`, `nbf`, `iat` count in seconds from now. Not claims:
   * `ver: "1.0"` makes a token of that version, `alg` (`none`, `HS256`) and `kid` go into the header, `ownKey: true`
   * signs with the key that is published for this application only, `raw` is handed out in place of a token.
   */
  readonly overrides?: Readonly<Record<string, unknown>>;
  /** Claims challenge as text, that the user has met. */
  readonly authChallenge?: string;
}

const TIMES = ['exp', 'nbf', 'iat'];

/** The token that Office gives for the add-in. */
export async function mintBootstrapToken(
  keys: Keys,
  origins: SandboxOrigins,
  person: Person,
  { overrides = {}, authChallenge }: BootstrapTokenOptions = {},
): Promise<string> {
  const { alg, kid, ownKey, raw, ...claimOverrides } = overrides;
  if (typeof raw === 'string') return raw;
  const claims: JWTPayload = apiTokenClaims(person, origins, {
    version: claimOverrides['ver'] === '1.0' ? '1.0' : '2.0',
    askedBy: 'office',
    met: meetingClaims(authChallenge),
  });
  const now = Math.floor(Date.now() / 1000);
  for (const [name, value] of Object.entries(claimOverrides)) {
    if (value === null) delete claims[name];
    else claims[name] = TIMES.includes(name) && typeof value === 'number' ? now + value : value;
  }
  moveIssueBeforeExpiry(claims, claimOverrides);
  const options: SignOptions = {
    ...(ownKey === true ? { ownKey } : {}),
    ...(isAlgorithm(alg) ? { alg } : {}),
    ...(typeof kid === 'string' ? { kid } : {}),
  };
  return keys.sign(claims, options);
}

/** A token that is over was issued before its end, unless the scenario says otherwise. */
function moveIssueBeforeExpiry(claims: JWTPayload, overrides: Readonly<Record<string, unknown>>): void {
  const { exp, iat } = claims;
  if (typeof exp !== 'number' || typeof iat !== 'number' || exp > iat || exp < TOKEN_LIFETIME) return;
  for (const name of ['iat', 'nbf'] as const) {
    if (!(name in overrides)) claims[name] = exp - TOKEN_LIFETIME;
  }
}

function isAlgorithm(value: unknown): value is TokenAlgorithm {
  return value === 'RS256' || value === 'HS256' || value === 'none';
}
