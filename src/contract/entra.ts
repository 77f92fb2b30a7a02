import type { ProblemCode } from './catalogue.ts';
import type { PageSettings } from './signIn.ts';

/**
 * What pane, dialog and server know about Entra ID. Apart from signIn.ts, which the pane loads at startup: the pane needs this
 * only together with MSAL.js.
 */

/**
 * Returns the scopes of an interactive sign-in, so that the server's on-behalf-of exchange finds consent. With one
 * registration, consent to the Graph scopes is requested together with the API's scope. If the pane has its own
 * registration, only the API's `.default` asks for consent to what the API itself needs (Microsoft's page "Microsoft identity
 * platform and OAuth2.0 On-Behalf-Of flow", "knownClientApplications").
 */
export function signInScopes({ clientId, apiScope, graphScopes }: PageSettings): {
  scopes: string[];
  extraScopesToConsent: string[];
} {
  const api = apiScope.slice(0, apiScope.lastIndexOf('/'));
  const isOwnApi = api.toLowerCase().endsWith(`/${clientId}`);
  return isOwnApi
    ? { scopes: [apiScope], extraScopesToConsent: [...graphScopes] }
    : { scopes: [`${api}/.default`], extraScopesToConsent: [] };
}

/** The members of an MSAL.js error that tell why Entra ID refused a sign-in. */
export interface EntraRefusal {
  readonly errorCode?: unknown;
  readonly errorMessage?: unknown;
  /** AADSTS number. */
  readonly errorNo?: unknown;
}

export function aadstsNumber({ errorNo, errorMessage }: EntraRefusal): string {
  if (typeof errorNo === 'string' || typeof errorNo === 'number') return String(errorNo);
  return /AADSTS(\d+)/.exec(typeof errorMessage === 'string' ? errorMessage : '')?.[1] ?? '';
}

/** Returns the problem if the user, an administrator or a policy refused the sign-in. */
export function entraRefusal(error: EntraRefusal): ProblemCode | undefined {
  const number = aadstsNumber(error);
  if (number === '65004' || error.errorCode === 'consent_declined') return 'consent_declined';
  if (number === '90094' || number === '90093') return 'admin_consent_required';
  if (number === '53003' || number === '53000') return 'policy_blocked';
  return undefined;
}

/**
 * Hosts of Microsoft's identity providers, which are built into MSAL. Any other host must be listed in MSAL's
 * `knownAuthorities`, with its port; otherwise MSAL queries login.microsoftonline.com about it.
 */
const MICROSOFT_HOSTS = new Set([
  'login.microsoftonline.com',
  'login.microsoft.com',
  'login.windows.net',
  'login.microsoftonline.us',
  'login.partner.microsoftonline.cn',
  'login.chinacloudapi.cn',
]);

/** Returns the value for MSAL's `auth.knownAuthorities`. @param authority URL such as https://host/tenant */
export function knownAuthorities(authority: string): string[] {
  const { host } = new URL(authority);
  return MICROSOFT_HOSTS.has(host) ? [] : [host];
}

/**
 * Returns whether two URLs of identity providers belong to the same cloud.
 * @param authority AUTHORITY
 * @param other for example `authorityBaseUrl` of Office's account
 */
export function sameCloud(authority: string, other: string): boolean {
  if (!URL.canParse(other)) return false;
  const [{ host }, { host: otherHost }] = [new URL(authority), new URL(other)];
  return host === otherHost || cloudOf(host) === cloudOf(otherHost);
}

function cloudOf(host: string): string {
  if (US_GOVERNMENT_HOSTS.has(host)) return 'us';
  if (CHINA_HOSTS.has(host)) return 'china';
  return MICROSOFT_HOSTS.has(host) ? 'global' : host;
}

const US_GOVERNMENT_HOSTS = new Set(['login.microsoftonline.us']);
const CHINA_HOSTS = new Set(['login.partner.microsoftonline.cn', 'login.chinacloudapi.cn']);

/**
 * Returns the audience that a managed identity's token must have to serve as the application's credential. Each cloud
 * accepts only its own value, in the federated credential and in the token (Microsoft's page "Configure an application
 * to trust a managed identity"). Server, app registration and Bicep templates must agree on it.
 * @param authority URL such as https://login.microsoftonline.us/tenant, or its origin
 */
export function federationAudience(authority: string): string {
  const { hostname } = new URL(authority);
  if (US_GOVERNMENT_HOSTS.has(hostname)) return 'api://AzureADTokenExchangeUSGov';
  if (CHINA_HOSTS.has(hostname)) return 'api://AzureADTokenExchangeChina';
  return 'api://AzureADTokenExchange';
}
