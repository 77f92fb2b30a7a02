import { createHash, randomUUID } from 'node:crypto';
import type { JWTPayload } from 'jose';
import type { Person } from '../people.ts';
import type { SandboxOrigins } from '../ports.ts';
import { API_SCOPE, SANDBOX_CLIENT_ID } from '../registration.ts';
import { appIdUri } from './scopes.ts';

/** Seconds that every token lives. */
export const TOKEN_LIFETIME = 3600;
/** Office's own client id: the authorized party of a token that Office asked for (13005 is about it). */
const OFFICE_CLIENT_ID = 'd3590ed6-52b3-4102-aeff-aad2292ab01c';
export const GRAPH_AUDIENCE = 'https://graph.microsoft.com';

const seconds = (): number => Math.floor(Date.now() / 1000);

/** `sub` differs per application, so that two applications cannot compare their users by it. */
function subject(person: Person): string {
  return createHash('sha256').update(`${person.oid}:${SANDBOX_CLIENT_ID}`).digest('base64url');
}

function times(): { iat: number; nbf: number; exp: number } {
  const now = seconds();
  return { iat: now, nbf: now, exp: now + TOKEN_LIFETIME };
}

export interface AccessTokenFacts {
  readonly version?: '1.0' | '2.0';
  /** Who asked for it: Office for the add-in, or the add-in's own page. */
  readonly askedBy?: 'office' | 'page';
  /** Claims that meet a challenge. */
  readonly met?: Readonly<Record<string, unknown>>;
}

/** Claims of a token for the add-in's own API. Access token claims reference, versions 1.0 and 2.0. */
export function apiTokenClaims(
  person: Person,
  origins: SandboxOrigins,
  facts: AccessTokenFacts = {},
): JWTPayload {
  const { version = '2.0', askedBy = 'page', met = {} } = facts;
  const client = askedBy === 'office' ? OFFICE_CLIENT_ID : SANDBOX_CLIENT_ID;
  const common = {
    ...times(),
    oid: person.oid,
    tid: person.tenant.id,
    sub: subject(person),
    name: person.displayName,
    scp: API_SCOPE,
    uti: randomUUID(),
    ver: version,
    ...met,
  };
  if (version === '1.0') {
    return {
      aud: appIdUri(origins),
      iss: `https://sts.windows.net/${person.tenant.id}/`,
      appid: client,
      upn: person.mail,
      unique_name: person.mail,
      ...common,
    };
  }
  return {
    aud: SANDBOX_CLIENT_ID,
    iss: `${origins.entra}/${person.tenant.id}/v2.0`,
    azp: client,
    preferred_username: person.mail,
    ...common,
  };
}

/** Claims of a token for Microsoft Graph, which is always of version 1.0. */
export function graphTokenClaims(
  person: Person,
  permissions: readonly string[],
  met: Readonly<Record<string, unknown>>,
): JWTPayload {
  return {
    ...times(),
    aud: GRAPH_AUDIENCE,
    iss: `https://sts.windows.net/${person.tenant.id}/`,
    appid: SANDBOX_CLIENT_ID,
    oid: person.oid,
    tid: person.tenant.id,
    sub: subject(person),
    upn: person.mail,
    name: person.displayName,
    scp: permissions.join(' '),
    uti: randomUUID(),
    ver: '1.0',
    ...met,
  };
}

export function idTokenClaims(person: Person, origins: SandboxOrigins, nonce?: string): JWTPayload {
  return {
    ...times(),
    aud: SANDBOX_CLIENT_ID,
    iss: `${origins.entra}/${person.tenant.id}/v2.0`,
    oid: person.oid,
    tid: person.tenant.id,
    sub: subject(person),
    name: person.displayName,
    preferred_username: person.mail,
    login_hint: person.mail,
    uti: randomUUID(),
    ver: '2.0',
    ...(nonce === undefined ? {} : { nonce }),
  };
}

/** Value of `client_info`, from which MSAL makes its account ids. */
export function clientInfo(person: Person): string {
  return Buffer.from(JSON.stringify({ uid: person.oid, utid: person.tenant.id })).toString('base64url');
}
