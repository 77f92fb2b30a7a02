import type { JWTPayload } from 'jose';
import { TokenError } from '../tokenError.ts';

/** Clocks differ, and MSAL rounds "now" up, so that `nbf` can lie half a second ahead. */
const TOLERANCE_SECONDS = 60;

/** @param now milliseconds. @throws TokenError when a client assertion has expired, never expires, or is not good yet */
export function checkAssertionTimes({ exp, nbf }: JWTPayload, now: number): void {
  const seconds = now / 1000;
  if (typeof exp !== 'number' || exp + TOLERANCE_SECONDS < seconds) {
    throw new TokenError(700024, { detail: 'It has expired.' });
  }
  if (typeof nbf === 'number' && nbf - TOLERANCE_SECONDS > seconds) {
    throw new TokenError(700024, { detail: 'It is not valid yet.' });
  }
}
