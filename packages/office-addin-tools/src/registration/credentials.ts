import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import type { Application } from './application.ts';
import { RENEW_DAYS } from './compareRegistration.ts';

/** Decisions about secrets and certificates. Pure. */

const DAY_MS = 86_400_000;
/** Long enough not to be in the way, short enough that a forgotten one ends. */
export const LIFETIME_DAYS = 180;

export type SecretCredential = Application['passwordCredentials'][number];
export type KeyCredential = Application['keyCredentials'][number];

const PREFIX = 'configure-sso';

/**
 * The name of what this project folder on this machine made, so that it renews and takes away its own and not a
 * colleague's. A hash: the name of a machine is nobody's business in a tenant.
 */
export function ownLabel(folder: string): string {
  const hash = createHash('sha256').update(`${hostname()}\n${folder}`).digest('hex').slice(0, 8);
  return `${PREFIX} ${hash}`;
}

/** The one whose secret is in use here: Graph tells the first three characters of each. */
export function secretInUse(
  credentials: readonly SecretCredential[],
  secret: string | undefined,
): SecretCredential | undefined {
  if (secret === undefined || secret === '') return undefined;
  return credentials.filter(({ hint }) => hint === secret.slice(0, 3)).toSorted(latestFirst)[0];
}

/** @param thumbprint SHA-1 of the certificate, hexadecimal: Graph writes it so, or as base64 */
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

/** Why there has to be a new one; undefined: the one in use is good. */
export function reasonForNew(
  inUse: { readonly endDateTime: string } | undefined,
  now: number,
): 'none here' | 'ends soon' | undefined {
  if (!inUse) return 'none here';
  const ends = Date.parse(inUse.endDateTime);
  return Number.isFinite(ends) && ends - now < RENEW_DAYS * DAY_MS ? 'ends soon' : undefined;
}

/** What `--prune` takes away: ours, and not the one in use; and ended ones that this command made elsewhere. */
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
