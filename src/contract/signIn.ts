import { isProblemCode, type ProblemCode } from './catalogue.ts';

/** What sign-in needs on both sides: the settings in the pages, and the messages of the dialog. */

/** The token sources: Office's own single sign-on, nested app authentication and the sign-in dialog. */
export const sourceIds = ['office', 'nested', 'dialog'] as const;
export type SourceId = (typeof sourceIds)[number];

/**
 * The settings that the server passes to its pages; no secrets. Each page contains them as JSON in
 * `<script type="application/json" id="settings">`, which saves a second request.
 */
export interface PageSettings {
  /** Of MSAL.js: the pane's own registration, or that of the server. */
  readonly clientId: string;
  /** For example https://login.microsoftonline.com/common. */
  readonly authority: string;
  /** Full name of this API's scope: api://host/client-id/access_as_user. */
  readonly apiScope: string;
  /** Graph scopes of the on-behalf-of exchange. The sign-in dialog requests consent for them if there is one registration. */
  readonly graphScopes: readonly string[];
  readonly forMsGraphAccess: boolean;
  /** In the order in which the pane tries them. */
  readonly tokenSources: readonly SourceId[];
}

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

const SETTINGS_ELEMENT_ID = 'settings';

/** Throws if the page contains no settings, which means that the add-in's server did not serve it. */
export function readPageSettings(page: Pick<Document, 'getElementById'>): PageSettings {
  const text = page.getElementById(SETTINGS_ELEMENT_ID)?.textContent;
  if (!text) {
    throw new Error(`The page has no element #${SETTINGS_ELEMENT_ID}. Open it from the add-in's server.`);
  }
  return JSON.parse(text) as PageSettings;
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

/** The page in the Office dialog. The pane passes a DialogRequest in the URL, which contains no personal data. */
export const DIALOG_PAGE = '/dialog.html';

export interface DialogRequest {
  /** Claims challenge to satisfy, as plain JSON text. */
  readonly claims?: string;
  readonly chooseAccount?: boolean;
  /** BCP 47: the language of the pane. Absent: Office's display language. */
  readonly language?: string;
}

/** The message that the dialog sends to the pane with messageParent, to the add-in's own origin only. */
export type DialogMessage =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly code: ProblemCode; readonly detail?: string };

export function dialogUrl(origin: string, request: DialogRequest): string {
  const url = new URL(DIALOG_PAGE, origin);
  if (request.claims !== undefined) url.searchParams.set('claims', request.claims);
  if (request.chooseAccount) url.searchParams.set('choose', '1');
  if (request.language !== undefined) url.searchParams.set('lang', request.language);
  return url.href;
}

export function readDialogRequest(search: string): DialogRequest {
  const query = new URLSearchParams(search);
  const claims = query.get('claims');
  const language = query.get('lang');
  return {
    ...(claims === null ? {} : { claims }),
    chooseAccount: query.get('choose') === '1',
    ...(language === null ? {} : { language }),
  };
}

/** Returns undefined for any other text: other scripts may use the same channel. */
export function readDialogMessage(text: string): DialogMessage | undefined {
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof message !== 'object' || message === null) return undefined;
  const { ok, token, code, detail } = message as Record<string, unknown>;
  if (ok === true && typeof token === 'string' && token !== '') return { ok, token };
  if (ok === false && isProblemCode(code)) {
    return { ok, code, ...(typeof detail === 'string' ? { detail } : {}) };
  }
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
