import { createHash, randomUUID } from 'node:crypto';
import type { JWTPayload } from 'jose';
import type { User } from '../users.ts';
import type { SandboxOrigins } from '../ports.ts';
import { API_SCOPE } from '../registration.ts';
import type { Registration } from './registrations.ts';

/** Lifetime of tokens, in seconds. */
export const TOKEN_LIFETIME = 3600;
/** Client id of Office: the authorized party of tokens that Office requests. Office returns 13005 if it isn't authorized. */
const OFFICE_CLIENT_ID = 'd3590ed6-52b3-4102-aeff-aad2292ab01c';
export const GRAPH_AUDIENCE = 'https://graph.microsoft.com';

const seconds = (): number => Math.floor(Date.now() / 1000);

/** Returns the pairwise `sub`, which differs between applications. */
function subject(user: User, { clientId }: Registration): string {
  return createHash('sha256').update(`${user.oid}:${clientId}`).digest('base64url');
}

function times(): { iat: number; nbf: number; exp: number } {
  const now = seconds();
  return { iat: now, nbf: now, exp: now + TOKEN_LIFETIME };
}

export interface AccessTokenOptions {
  readonly version?: '1.0' | '2.0';
  /** The client: Office on behalf of the add-in, or the add-in's page. */
  readonly requestedBy?: 'office' | 'page';
  /** Claims that satisfy a challenge. */
  readonly proof?: Readonly<Record<string, unknown>>;
}

/** Returns the claims of a token for the add-in's API (Access token claims reference, versions 1.0 and 2.0). */
export function apiTokenClaims(
  user: User,
  registration: Registration,
  origins: SandboxOrigins,
  options: AccessTokenOptions = {},
): JWTPayload {
  const { version = '2.0', requestedBy = 'page', proof = {} } = options;
  const client = requestedBy === 'office' ? OFFICE_CLIENT_ID : registration.clientId;
  const common = {
    ...times(),
    oid: user.oid,
    tid: user.tenant.id,
    sub: subject(user, registration),
    name: user.displayName,
    scp: API_SCOPE,
    uti: randomUUID(),
    ver: version,
    ...proof,
  };
  if (version === '1.0') {
    return {
      aud: registration.appIdUri,
      iss: `https://sts.windows.net/${user.tenant.id}/`,
      appid: client,
      upn: user.mail,
      unique_name: user.mail,
      ...common,
    };
  }
  return {
    aud: registration.clientId,
    iss: `${origins.entra}/${user.tenant.id}/v2.0`,
    azp: client,
    preferred_username: user.mail,
    ...common,
  };
}

/** Returns the claims of a token for Microsoft Graph, always version 1.0. */
export function graphTokenClaims(
  user: User,
  registration: Registration,
  permissions: readonly string[],
  proof: Readonly<Record<string, unknown>>,
): JWTPayload {
  return {
    ...times(),
    aud: GRAPH_AUDIENCE,
    iss: `https://sts.windows.net/${user.tenant.id}/`,
    appid: registration.clientId,
    oid: user.oid,
    tid: user.tenant.id,
    sub: subject(user, registration),
    upn: user.mail,
    name: user.displayName,
    scp: permissions.join(' '),
    uti: randomUUID(),
    ver: '1.0',
    ...proof,
  };
}

export function idTokenClaims(
  user: User,
  registration: Registration,
  origins: SandboxOrigins,
  nonce?: string,
): JWTPayload {
  return {
    ...times(),
    aud: registration.clientId,
    iss: `${origins.entra}/${user.tenant.id}/v2.0`,
    oid: user.oid,
    tid: user.tenant.id,
    sub: subject(user, registration),
    name: user.displayName,
    preferred_username: user.mail,
    login_hint: user.mail,
    uti: randomUUID(),
    ver: '2.0',
    ...(nonce === undefined ? {} : { nonce }),
  };
}

/** Returns the value of `client_info`, from which MSAL derives account ids. */
export function clientInfo(user: User): string {
  return Buffer.from(JSON.stringify({ uid: user.oid, utid: user.tenant.id })).toString('base64url');
}
