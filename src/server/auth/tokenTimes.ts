import { ProblemError } from '../../contract/problem.ts';

/** Clocks of machines differ; RFC 7519 4.1.4 allows a small leeway. */
export const SKEW_MS = 60_000;

/** Entra ID issues access tokens for a day at most ("Configurable token lifetimes"); an hour more covers the clocks. */
const LONGEST_LIFE_MS = 25 * 3_600_000;

/**
 * Checks `exp`, `nbf` and `iat` of a token and returns `exp` in milliseconds since the epoch. All three are whole
 * seconds (Entra ID writes no fractions); `nbf` and `iat` may be absent.
 * @throws ProblemError token_expired; token_invalid for times that no token of Entra ID has
 */
export function checkTimes({ exp, nbf, iat }: Readonly<Record<string, unknown>>, now: number): number {
  const expiresAt = milliseconds('exp', exp);
  if (expiresAt === undefined) throw invalid('exp is missing.');
  const notBefore = milliseconds('nbf', nbf);
  const issuedAt = milliseconds('iat', iat);
  checkNotExpired(expiresAt, now);
  if (notBefore !== undefined && notBefore >= expiresAt) throw invalid('nbf is not before exp.');
  if (issuedAt !== undefined && issuedAt >= expiresAt) throw invalid('iat is not before exp.');
  if (expiresAt > now + LONGEST_LIFE_MS) throw invalid('exp is more than 25 hours ahead.');
  if (notBefore !== undefined && notBefore > now + SKEW_MS)
    throw invalid('The token is not valid yet (nbf).');
  if (issuedAt !== undefined && issuedAt > now + SKEW_MS) throw invalid('iat is in the future.');
  return expiresAt;
}

/** @throws ProblemError token_expired */
export function checkNotExpired(expiresAt: number, now: number): void {
  if (expiresAt + SKEW_MS <= now) throw new ProblemError('token_expired');
}

/** Returns undefined for an absent claim. @throws ProblemError token_invalid unless it is a whole number of seconds */
function milliseconds(name: string, value: unknown): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw invalid(`${name} is not a whole number of seconds since 1970.`);
  }
  return value * 1000;
}

const invalid = (detail: string) => new ProblemError('token_invalid', { detail });
