import { createHash } from 'node:crypto';
import {
  API_SCOPE,
  GRAPH_APP_ID,
  KNOWN_PERMISSIONS,
  OFFICE_CLIENT,
  OPENID_SCOPES,
  TEAMS_CLIENTS,
} from './wellKnown.ts';

/** Who can sign in: accounts of this tenant, of any organization, or of any organization and personal accounts. */
export type Audience = 'single' | 'multiple' | 'any';

export interface RegistrationFacts {
  /** Client id; undefined if there is no registration yet. */
  readonly clientId: string | undefined;
  /** ADDIN_ORIGIN, such as https://localhost:3000. */
  readonly origin: string;
  /** SCOPE, split. */
  readonly scopes: readonly string[];
  /** Undefined: accept any audience. */
  readonly audience?: Audience | undefined;
  /** Client id of the pane's own registration; undefined: the pane uses this one. */
  readonly paneClientId?: string | undefined;
  /** Also pre-authorize Office inside Teams. */
  readonly teams?: boolean | undefined;
  /** Ids of Graph's delegated permissions by name, from Graph. KNOWN_PERMISSIONS is the fallback. */
  readonly permissionIds?: Readonly<Record<string, string>> | undefined;
  /** Seed for the id of a new scope: the same name gives the same id. */
  readonly uniqueName?: string | undefined;
}

export interface WantedRegistration {
  readonly clientId: string | undefined;
  readonly signInAudience: string | undefined;
  /** Id for a new scope access_as_user. */
  readonly scopeId: string;
  /** Client ids that get a token for the scope without consent. */
  readonly preAuthorized: readonly string[];
  /** Client ids whose `.default` consent includes that of this registration: the pane's own one. */
  readonly knownClients: readonly string[];
  /** For the platform "Single-page application", in this order. */
  readonly redirectUris: readonly string[];
  /** Redirect URIs to remove, because the pane's own registration has them. */
  readonly foreignRedirectUris: readonly string[];
  /** Application ID URI; undefined without a client id. */
  readonly identifierUri: string | undefined;
  /** Delegated permissions of Microsoft Graph. */
  readonly permissions: readonly { readonly name: string; readonly id: string }[];
  /** Names in SCOPE that Graph does not know. */
  readonly unknownScopes: readonly string[];
}

const AUDIENCES = {
  single: 'AzureADMyOrg',
  multiple: 'AzureADMultipleOrgs',
  any: 'AzureADandPersonalMicrosoftAccount',
} as const;

/** Returns the registration that an add-in at this origin needs. Pure. */
export function wantedRegistration(facts: RegistrationFacts): WantedRegistration {
  const { clientId, paneClientId, origin, audience, teams = false, uniqueName = clientId ?? origin } = facts;
  const { host } = new URL(origin);
  const consentPage = `${origin}/consent.html`;
  const pane = paneClientId ?? clientId;
  const names = [...new Set([...OPENID_SCOPES, ...facts.scopes.map(graphScope)])];
  const idOf = (name: string) => facts.permissionIds?.[name] ?? KNOWN_PERMISSIONS[name];
  return {
    clientId,
    signInAudience: audience && AUDIENCES[audience],
    scopeId: nameBasedId(`${uniqueName}/${API_SCOPE}`),
    // Including the pane: nested app authentication and the dialog request the same scope.
    preAuthorized: [OFFICE_CLIENT, ...(teams ? TEAMS_CLIENTS : []), ...(pane ? [pane] : [])],
    knownClients: paneClientId ? [paneClientId] : [],
    redirectUris: paneClientId
      ? [consentPage]
      : [
          ...signInPages(origin),
          consentPage,
          // Last: Office rejects an add-in whose first redirect URI is the broker's (OfficeDev/office-js#5196).
          brokerUri(origin),
        ],
    foreignRedirectUris: paneClientId ? [...signInPages(origin), brokerUri(origin)] : [],
    identifierUri: clientId && `api://${host}/${clientId}`,
    permissions: names.flatMap((name) => {
      const id = idOf(name);
      return id === undefined ? [] : [{ name, id }];
    }),
    unknownScopes: names.filter((name) => idOf(name) === undefined),
  };
}

/** Pages to which Entra ID redirects after a sign-in: of hidden frames and windows, and of the dialog. */
export const signInPages = (origin: string) => ['bridge', 'dialog'].map((page) => `${origin}/${page}.html`);

/** Returns the redirect URI of nested app authentication, which has no path. */
export const brokerUri = (origin: string) => `brk-multihub://${new URL(origin).host}`;

/** Returns the short name of a scope. SCOPE may contain https://graph.microsoft.com/Files.Read. */
function graphScope(scope: string): string {
  return scope.slice(scope.lastIndexOf('/') + 1);
}

/** Returns a GUID derived from a name (RFC 9562, version 8), so that a repeated run writes the same id. */
export function nameBasedId(name: string): string {
  const bytes = createHash('sha256').update(`office-addin-registration:${name}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Returns an entry of Graph's requiredResourceAccess. */
export function graphAccess(permissions: WantedRegistration['permissions']) {
  return {
    resourceAppId: GRAPH_APP_ID,
    resourceAccess: permissions.map(({ id }) => ({ id, type: 'Scope' })),
  };
}
