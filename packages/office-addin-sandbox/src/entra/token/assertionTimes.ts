import type { JWTPayload } from 'jose';
import { TokenError } from '../tokenError.ts';

/** Clocks differ, and MSAL rounds up, so `nbf` can be half a second in the future. */
const TOLERANCE_SECONDS = 60;

/**
 * Validates the times of a client assertion.
 * @param now milliseconds
 * @throws TokenError if the assertion has expired, has no expiry, or is not valid yet
 */
export function checkAssertionTimes({ exp, nbf }: JWTPayload, now: number): void {
  const seconds = now / 1000;
  if (typeof exp !== 'number' || exp + TOLERANCE_SECONDS < seconds) {
    throw new TokenError(700024, { detail: 'It has expired.' });
  }
  if (typeof nbf === 'number' && nbf - TOLERANCE_SECONDS > seconds) {
    throw new TokenError(700024, { detail: 'It is not valid yet.' });
  }
}
