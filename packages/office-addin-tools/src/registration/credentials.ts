import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import type { Application } from './application.ts';
import { RENEW_DAYS } from './compareRegistration.ts';

/** Selects credentials to keep, renew and remove. Pure. */

const DAY_MS = 86_400_000;
/** Long enough to be convenient, short enough that a forgotten credential expires. */
export const LIFETIME_DAYS = 180;

export type SecretCredential = Application['passwordCredentials'][number];
export type KeyCredential = Application['keyCredentials'][number];

const PREFIX = 'configure-sso';

/**
 * Returns the name for credentials created by this folder on this machine, so that only these are renewed and removed. A
 * hash, so that the tenant does not learn the machine's name.
 */
export function ownLabel(folder: string): string {
  const hash = createHash('sha256').update(`${hostname()}\n${folder}`).digest('hex').slice(0, 8);
  return `${PREFIX} ${hash}`;
}

/** Returns the credential of the current secret. Graph returns the first three characters of each. */
export function secretInUse(
  credentials: readonly SecretCredential[],
  secret: string | undefined,
): SecretCredential | undefined {
  if (secret === undefined || secret === '') return undefined;
  return credentials.filter(({ hint }) => hint === secret.slice(0, 3)).toSorted(latestFirst)[0];
}

/** @param thumbprint hexadecimal SHA-1 of the certificate; Graph returns it in this form or in base64 */
export function certificateInUse(
  credentials: readonly KeyCredential[],
  thumbprint: string | undefined,
): KeyCredential | undefined {
  if (thumbprint === undefined) return undefined;
  const forms = [thumbprint.toUpperCase(), Buffer.from(thumbprint, 'hex').toString('base64')];
  return credentials.find(
    ({ customKeyIdentifier: id }) => forms.includes(id ?? '') || forms.includes((id ?? '').toUpperCase()),
  );
}

/** Returns why a new credential is needed; undefined if the current one is valid. */
export function reasonForNew(
  inUse: { readonly endDateTime: string } | undefined,
  now: number,
): 'missing' | 'expires soon' | undefined {
  if (!inUse) return 'missing';
  const ends = Date.parse(inUse.endDateTime);
  return Number.isFinite(ends) && ends - now < RENEW_DAYS * DAY_MS ? 'expires soon' : undefined;
}

/** Returns what `--prune` removes: this folder's credentials that are not in use, and other folders' expired ones. */
export function prunable<T extends { keyId: string; displayName: string; endDateTime: string }>(
  credentials: readonly T[],
  label: string,
  keep: readonly string[],
  now: number,
): T[] {
  return credentials.filter(
    ({ keyId, displayName, endDateTime }) =>
      !keep.includes(keyId) &&
      (displayName === label || (displayName.startsWith(`${PREFIX} `) && Date.parse(endDateTime) < now)),
  );
}

export function endOfNew(now: number): Date {
  return new Date(now + LIFETIME_DAYS * DAY_MS);
}

function latestFirst(a: { endDateTime: string }, b: { endDateTime: string }): number {
  return Date.parse(b.endDateTime) - Date.parse(a.endDateTime);
}
