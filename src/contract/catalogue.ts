/**
 * The one catalogue of everything that can go wrong, and what is owed for it. Code branches on these rows and
 * on nothing else; docs/errors.md, the sandbox's scenarios and the tests are made from them.
 * Over 300 lines because it is one table.
 *
 * Sources: Microsoft's pages "Troubleshoot error messages for single sign-on (SSO)", "Handle errors and events
 * in the Office dialog box" and "Microsoft Entra authentication and authorization error codes".
 */

/**
 * What the pane does about a problem:
 * - `retry`: get a fresh token and repeat once, by itself
 * - `challenge`: hand the claims to the source of tokens and repeat once, by itself
 * - `fallback`: go on with the next source of tokens (which may need the user's click)
 * - `wait`: wait the time that was asked for and repeat once, by itself
 * - `ask-user`: say what the user can do; nothing happens until they do it
 * - `signed-out`: stand there signed out, with a Sign in button; open nothing
 * - `stop`: say what happened; the user cannot mend it here
 */
export type Reaction = 'retry' | 'challenge' | 'fallback' | 'wait' | 'ask-user' | 'signed-out' | 'stop';

/** What the one button of a message does. */
export type Action = 'retry' | 'sign-in' | 'switch-account' | 'copy-consent-link' | 'none';

/** Who says it. */
export type Origin = 'office' | 'server' | 'nested' | 'dialog' | 'network' | 'document' | 'pane';

/** One message can serve several problems that ask the same of the user. */
export type MessageKey =
  | 'signInNeeded'
  | 'signedOut'
  | 'signInCancelled'
  | 'signInUnfinished'
  | 'signInFailed'
  | 'signInInProgress'
  | 'officeSessionBroken'
  | 'securityZones'
  | 'busySigningIn'
  | 'popupsBlocked'
  | 'windowRefused'
  | 'verificationNeeded'
  | 'consentNeeded'
  | 'consentDeclined'
  | 'adminConsentNeeded'
  | 'policyBlocked'
  | 'accessDenied'
  | 'organizationNotAllowed'
  | 'accountChanged'
  | 'addinMisconfigured'
  | 'serverMisconfigured'
  | 'requestRefused'
  | 'tokenRefused'
  | 'sessionExpired'
  | 'throttled'
  | 'serviceUnavailable'
  | 'serviceSlow'
  | 'serviceFault'
  | 'offline'
  | 'noDrive'
  | 'notFound'
  | 'documentReadOnly'
  | 'documentUnsupported'
  | 'documentFailed'
  | 'unexpected';

export interface ProblemRow {
  readonly origin: Origin;
  /** Office's own number for it: of getAccessToken, of displayDialogAsync or of DialogEventReceived. */
  readonly officeCode?: number;
  /** HTTP status, where the server says it. */
  readonly status?: number;
  readonly reaction: Reaction;
  /** The reaction where nobody clicked (the pane has just been opened), when it differs. */
  readonly atLaunch?: Reaction;
  /** The reaction once the automatic one has been used up in this user action. Default: say so and stand. */
  readonly second?: Reaction;
  readonly message: MessageKey;
  readonly action: Action;
  /** For RFC 9457 `title` and for docs: what happened, in one line. */
  readonly title: string;
  /** For the developer: the likely cause and the mend. */
  readonly hint: string;
  readonly link?: string;
}

const SSO_PAGE = 'https://learn.microsoft.com/office/dev/add-ins/develop/troubleshoot-sso-in-office-add-ins';
const DIALOG_PAGE = 'https://learn.microsoft.com/office/dev/add-ins/develop/dialog-handle-errors-events';
const NAA_PAGE =
  'https://learn.microsoft.com/office/dev/add-ins/develop/enable-nested-app-authentication-in-your-add-in';
const ENTRA_PAGE = 'https://learn.microsoft.com/entra/identity-platform/reference-error-codes';
const GRAPH_PAGE = 'https://learn.microsoft.com/graph/errors';
const CONSENT_PAGE = 'https://learn.microsoft.com/entra/identity/enterprise-apps/user-admin-consent-overview';

/** Rows of the same shape, written once: an answer of Office after which the next source of tokens is asked. */
function noToken(title: string, hint: string) {
  return {
    origin: 'office',
    reaction: 'fallback',
    message: 'signInNeeded',
    action: 'sign-in',
    title,
    hint,
    link: SSO_PAGE,
  } as const satisfies ProblemRow;
}

function officeFallback(officeCode: number, title: string, hint: string) {
  return { ...noToken(title, hint), officeCode } as const satisfies ProblemRow;
}

/** The sign-in window ended without a token; Sign in opens it again. */
function noSignIn(message: MessageKey, title: string, hint: string) {
  return {
    origin: 'dialog',
    reaction: 'ask-user',
    message,
    action: 'sign-in',
    title,
    hint,
    link: DIALOG_PAGE,
  } as const satisfies ProblemRow;
}

function dialogEnd(officeCode: number, message: MessageKey, title: string, hint: string) {
  return { ...noSignIn(message, title, hint), officeCode } as const satisfies ProblemRow;
}

export const catalogue = {
  // ------------------------------------------------------------ Office.auth.getAccessToken
  sso_13000: officeFallback(
    13000,
    'Office does not offer single sign-on to this add-in.',
    'The Office is too old for IdentityAPI 1.3, or the manifest has no WebApplicationInfo.',
  ),
  sso_13001: {
    ...officeFallback(
      13001,
      'Nobody is signed in to Office.',
      'Asked without allowSignInPrompt this is the normal answer for a signed-out Office.',
    ),
    atLaunch: 'signed-out',
    message: 'signedOut',
  },
  sso_13002: {
    origin: 'office',
    officeCode: 13002,
    reaction: 'signed-out',
    message: 'signInCancelled',
    action: 'sign-in',
    title: "The user cancelled Office's sign-in or consent.",
    hint: 'Nothing to mend. No other window may follow by itself.',
    link: SSO_PAGE,
  },
  sso_13003: officeFallback(
    13003,
    'Office cannot use single sign-on with this kind of account.',
    'On-premises domain account, or Outlook without modern authentication.',
  ),
  sso_13004: {
    origin: 'office',
    officeCode: 13004,
    reaction: 'stop',
    message: 'addinMisconfigured',
    action: 'none',
    title: "The manifest's Resource does not name the add-in's own host and port.",
    hint: 'Make WebApplicationInfo/Resource in the manifest api://<host and port of ADDIN_ORIGIN>/<CLIENT_ID>; `npm run validate` checks it.',
    link: SSO_PAGE,
  },
  sso_13005: officeFallback(
    13005,
    'Office is not authorized for this add-in, or the user revoked it.',
    'Pre-authorize Office (ea5a67f6-b6f3-4338-b240-c655ddc3cc8e) for access_as_user in the app registration.',
  ),
  sso_13006: {
    origin: 'office',
    officeCode: 13006,
    reaction: 'ask-user',
    message: 'officeSessionBroken',
    action: 'none',
    title: "Office on the web: the browser's Office session is broken.",
    hint: 'Only the user can mend it: sign out of Office, close the browser, start again.',
    link: SSO_PAGE,
  },
  sso_13007: officeFallback(
    13007,
    'Office could not get a token for the add-in.',
    'The manifest lacks the scopes openid and profile, the account is of the wrong kind, or the app is disabled for sign-in.',
  ),
  sso_13008: {
    origin: 'office',
    officeCode: 13008,
    reaction: 'ask-user',
    message: 'busySigningIn',
    action: 'retry',
    title: 'An earlier call of getAccessToken is still running.',
    hint: 'The pane keeps one call in flight at a time; another script of the page must have called Office.',
    link: SSO_PAGE,
  },
  sso_13009: officeFallback(
    13009,
    'Forcing consent is not supported by this catalogue.',
    'A code of the preview era; treated as 13005.',
  ),
  sso_13010: {
    origin: 'office',
    officeCode: 13010,
    reaction: 'signed-out',
    message: 'securityZones',
    action: 'sign-in',
    title: 'Office on the web in Edge: add-in and Office are in different security zones.',
    hint: 'Put the domains of Office and of the add-in into the same zone (Internet options, Security).',
    link: SSO_PAGE,
  },
  sso_13012: officeFallback(
    13012,
    'This platform has no single sign-on for add-ins.',
    'iPad, Edit in Teams, forMSGraphAccess without tenant consent, or a sideloaded Outlook add-in with forMSGraphAccess: start with FOR_MS_GRAPH_ACCESS=false there.',
  ),
  sso_13013: {
    ...officeFallback(
      13013,
      'getAccessToken was called too often and Office throttled it.',
      'The pane waits and asks once more, then falls back.',
    ),
    reaction: 'wait',
    second: 'fallback',
  },
  sso_50001: officeFallback(
    50001,
    'Stale office.js, or an Office that is too old.',
    "Clear the browser's cache for office.js, update Office.",
  ),
  sso_unknown: noToken(
    'Office answered with a code that is not documented.',
    'See the details for the code.',
  ),
  sso_no_code: noToken(
    'Office refused without saying why.',
    'Known in the field; usually passes with an update of Office.',
  ),
  sso_timeout: noToken(
    'Office did not answer in time.',
    'getAccessToken can hang for ever, for instance when it is throttled.',
  ),

  // ------------------------------------------------------------ our server: the Bearer token
  token_missing: {
    origin: 'server',
    status: 401,
    reaction: 'stop',
    message: 'tokenRefused',
    action: 'retry',
    title: 'The request carries no Bearer token.',
    hint: 'A proxy may have removed the Authorization header.',
  },
  token_malformed: {
    origin: 'server',
    status: 401,
    reaction: 'stop',
    message: 'tokenRefused',
    action: 'retry',
    title: 'The Bearer token is not a JSON Web Token.',
    hint: 'Send the string that getAccessToken or MSAL gave, unchanged.',
  },
  token_invalid: {
    origin: 'server',
    status: 401,
    reaction: 'stop',
    message: 'tokenRefused',
    action: 'retry',
    title: 'The token is not one that this server accepts.',
    hint: 'Signature, issuer or audience is wrong: compare CLIENT_ID, AUTHORITY and the App ID URI with the registration; the log names the check.',
  },
  token_expired: {
    origin: 'server',
    status: 401,
    reaction: 'retry',
    message: 'sessionExpired',
    action: 'sign-in',
    title: 'The token has expired.',
    hint: 'Nothing to mend; if it happens with new tokens, the clock of a machine is wrong.',
  },
  scope_missing: {
    origin: 'server',
    status: 403,
    reaction: 'stop',
    message: 'addinMisconfigured',
    action: 'none',
    title: 'The token lacks the scope access_as_user.',
    hint: 'Expose access_as_user in the app registration and ask for it.',
  },
  tenant_not_allowed: {
    origin: 'server',
    status: 403,
    reaction: 'ask-user',
    message: 'organizationNotAllowed',
    action: 'switch-account',
    title: "The user's organization is not allowed here.",
    hint: 'ALLOWED_TENANTS does not hold the tenant id of this user.',
  },

  // ------------------------------------------------------------ our server: Entra ID and Microsoft Graph
  claims_challenge: {
    origin: 'server',
    status: 401,
    reaction: 'challenge',
    message: 'verificationNeeded',
    action: 'sign-in',
    title: 'The organization asks for more proof of identity.',
    hint: 'Multifactor authentication, conditional access or continuous access evaluation; the claims are in the answer.',
    link: 'https://learn.microsoft.com/entra/identity-platform/claims-challenge',
  },
  assertion_expired: {
    origin: 'server',
    status: 401,
    reaction: 'retry',
    message: 'sessionExpired',
    action: 'sign-in',
    title: 'The token expired before it could be exchanged (AADSTS500133).',
    hint: 'Nothing to mend; a fresh token helps.',
    link: ENTRA_PAGE,
  },
  graph_token_rejected: {
    origin: 'server',
    status: 401,
    reaction: 'retry',
    message: 'sessionExpired',
    action: 'sign-in',
    title: 'Microsoft Graph refused the token, also a new one.',
    hint: 'The session was revoked, or GRAPH_ENDPOINT belongs to another cloud than AUTHORITY.',
    link: GRAPH_PAGE,
  },
  consent_required: {
    origin: 'server',
    status: 403,
    reaction: 'fallback',
    message: 'consentNeeded',
    action: 'sign-in',
    title: 'The user has not yet agreed to what the add-in may read (AADSTS65001).',
    hint: 'The pane asks for it; an administrator can consent for everyone.',
    link: CONSENT_PAGE,
  },
  consent_declined: {
    origin: 'server',
    status: 403,
    reaction: 'signed-out',
    message: 'consentDeclined',
    action: 'sign-in',
    title: 'The user declined to consent (AADSTS65004).',
    hint: 'Nothing to mend.',
    link: CONSENT_PAGE,
  },
  admin_consent_required: {
    origin: 'server',
    status: 403,
    reaction: 'ask-user',
    message: 'adminConsentNeeded',
    action: 'copy-consent-link',
    title: 'Only an administrator may consent (AADSTS90094).',
    hint: 'An administrator opens adminConsentUrl once.',
    link: CONSENT_PAGE,
  },
  scope_invalid: {
    origin: 'server',
    status: 403,
    reaction: 'stop',
    message: 'addinMisconfigured',
    action: 'none',
    title: 'The server asks for a Graph scope that does not exist (AADSTS70011, 650053).',
    hint: 'Check SCOPE and the API permissions of the app registration.',
    link: ENTRA_PAGE,
  },
  audience_invalid: {
    origin: 'server',
    status: 403,
    reaction: 'stop',
    message: 'addinMisconfigured',
    action: 'none',
    title: 'Microsoft Graph says that the token is meant for another service.',
    hint: 'GRAPH_ENDPOINT and the scopes in SCOPE must belong together.',
    link: GRAPH_PAGE,
  },
  access_denied: {
    origin: 'server',
    status: 403,
    reaction: 'ask-user',
    message: 'accessDenied',
    action: 'switch-account',
    title: 'The user may not read this.',
    hint: 'Graph answered 403: a missing permission in SCOPE, or a rule of the organization.',
    link: GRAPH_PAGE,
  },
  policy_blocked: {
    origin: 'server',
    status: 403,
    reaction: 'ask-user',
    message: 'policyBlocked',
    action: 'switch-account',
    title: 'A policy of the organization blocks this access (AADSTS53003).',
    hint: 'A conditional access policy refuses and no further proof would help.',
    link: ENTRA_PAGE,
  },
  not_found: {
    origin: 'server',
    status: 404,
    reaction: 'ask-user',
    message: 'notFound',
    action: 'retry',
    title: 'It is not there, or not any more.',
    hint: 'An unknown route, or Graph answered 404.',
  },
  no_drive: {
    origin: 'server',
    status: 404,
    reaction: 'ask-user',
    message: 'noDrive',
    action: 'switch-account',
    title: 'The user has no OneDrive.',
    hint: 'No licence for it, or it has never been opened.',
    link: GRAPH_PAGE,
  },
  request_invalid: {
    origin: 'server',
    status: 400,
    reaction: 'stop',
    message: 'requestRefused',
    action: 'retry',
    title: 'The request is not one that the server understands.',
    hint: 'See detail; pane and server may be of different versions.',
  },
  throttled: {
    origin: 'server',
    status: 429,
    reaction: 'wait',
    message: 'throttled',
    action: 'retry',
    title: 'Too many requests.',
    hint: 'Entra ID, Microsoft Graph or this server asks to wait; see retryAfter (seconds).',
    link: 'https://learn.microsoft.com/graph/throttling',
  },
  server_misconfigured: {
    origin: 'server',
    status: 500,
    reaction: 'ask-user',
    message: 'serverMisconfigured',
    action: 'retry',
    title: 'The server is not set up correctly.',
    hint: "The credential is wrong or expired (AADSTS7000215, 7000222), or the registration does not fit; the server's log says which.",
    link: ENTRA_PAGE,
  },
  internal_error: {
    origin: 'server',
    status: 500,
    reaction: 'ask-user',
    message: 'serviceFault',
    action: 'retry',
    title: 'The server met an error of its own.',
    hint: "A defect: look for the correlation id in the server's log.",
  },
  entra_error: {
    origin: 'server',
    status: 502,
    reaction: 'ask-user',
    message: 'serviceFault',
    action: 'retry',
    title: 'Entra ID gave an answer that makes no sense.',
    hint: 'Often a proxy between the server and Entra ID.',
  },
  graph_error: {
    origin: 'server',
    status: 502,
    reaction: 'ask-user',
    message: 'serviceFault',
    action: 'retry',
    title: 'Microsoft Graph gave an answer that makes no sense.',
    hint: 'Often a proxy between the server and Graph.',
    link: GRAPH_PAGE,
  },
  entra_unavailable: {
    origin: 'server',
    status: 503,
    reaction: 'ask-user',
    message: 'serviceUnavailable',
    action: 'retry',
    title: 'Entra ID is not available.',
    hint: 'An outage, or the server cannot reach AUTHORITY.',
  },
  preferences_changed: {
    origin: 'server',
    status: 412,
    reaction: 'ask-user',
    message: 'unexpected',
    action: 'retry',
    title: 'The preferences have been changed elsewhere meanwhile.',
    hint: 'If-Match named another state: read them again, and write again. The pane does so by itself.',
    link: 'https://www.rfc-editor.org/rfc/rfc9110#name-if-match',
  },
  preferences_unavailable: {
    origin: 'server',
    status: 503,
    reaction: 'ask-user',
    message: 'serviceUnavailable',
    action: 'retry',
    title: 'The preferences cannot be read or written at the moment.',
    hint: 'DATABASE_URL cannot be reached, or DATABASE_DIR cannot be written; the log has the fault. The pane goes on with its defaults.',
  },
  graph_unavailable: {
    origin: 'server',
    status: 503,
    reaction: 'ask-user',
    message: 'serviceUnavailable',
    action: 'retry',
    title: 'Microsoft Graph is not available.',
    hint: 'An outage, or the server cannot reach GRAPH_ENDPOINT.',
  },
  shutting_down: {
    origin: 'server',
    status: 503,
    reaction: 'ask-user',
    message: 'serviceUnavailable',
    action: 'retry',
    title: 'The server is shutting down.',
    hint: 'It drains before a restart; another instance answers.',
  },
  entra_timeout: {
    origin: 'server',
    status: 504,
    reaction: 'ask-user',
    message: 'serviceSlow',
    action: 'retry',
    title: 'Entra ID did not answer in time.',
    hint: 'An outage, or a firewall that drops packets.',
  },
  graph_timeout: {
    origin: 'server',
    status: 504,
    reaction: 'ask-user',
    message: 'serviceSlow',
    action: 'retry',
    title: 'Microsoft Graph did not answer in time.',
    hint: 'An outage, or a firewall that drops packets.',
  },

  // ------------------------------------------------------------ the way to our server
  network_unreachable: {
    origin: 'network',
    reaction: 'ask-user',
    message: 'offline',
    action: 'retry',
    title: "The add-in's server cannot be reached.",
    hint: 'No network, or the server at ADDIN_ORIGIN is down.',
  },
  network_timeout: {
    origin: 'network',
    reaction: 'ask-user',
    message: 'serviceSlow',
    action: 'retry',
    title: "The add-in's server did not answer in time.",
    hint: 'The server answers within 20 seconds or not at all; look at what stands between.',
  },
  answer_invalid: {
    origin: 'network',
    reaction: 'ask-user',
    message: 'serviceFault',
    action: 'retry',
    title: "The answer is not one of the add-in's server.",
    hint: 'A proxy or a sign-in page answered in its place.',
  },

  // ------------------------------------------------------------ nested app authentication
  nested_unavailable: {
    origin: 'nested',
    reaction: 'fallback',
    message: 'signInNeeded',
    action: 'sign-in',
    title: 'This Office does not sign in add-ins by nested app authentication.',
    hint: 'NESTED_APP_AUTH_UNAVAILABLE, DISABLED or no bridge; the sign-in dialog follows.',
    link: NAA_PAGE,
  },
  nested_timeout: {
    origin: 'nested',
    reaction: 'fallback',
    message: 'signInNeeded',
    action: 'sign-in',
    title: 'Nested app authentication did not answer in time.',
    hint: "The host's bridge never answered; msal-browser has no time limit of its own.",
    link: NAA_PAGE,
  },
  nested_failed: {
    origin: 'nested',
    reaction: 'fallback',
    message: 'signInNeeded',
    action: 'sign-in',
    title: 'Nested app authentication failed.',
    hint: 'TRANSIENT_ERROR, PERSISTENT_ERROR or ACCOUNT_UNAVAILABLE; is brk-multihub://<host> a redirect URI of the registration?',
    link: NAA_PAGE,
  },
  nested_interaction_required: {
    origin: 'nested',
    reaction: 'fallback',
    message: 'signInNeeded',
    action: 'sign-in',
    title: 'Nested app authentication needs the user.',
    hint: 'The pane asks again with a prompt, on the click of the user.',
    link: NAA_PAGE,
  },
  nested_cancelled: {
    origin: 'nested',
    reaction: 'signed-out',
    message: 'signInCancelled',
    action: 'sign-in',
    title: 'The user cancelled the sign-in.',
    hint: 'Nothing to mend.',
    link: NAA_PAGE,
  },
  nested_no_network: {
    origin: 'nested',
    reaction: 'ask-user',
    message: 'offline',
    action: 'retry',
    title: 'Office has no network for the sign-in.',
    hint: 'NO_NETWORK from the host.',
    link: NAA_PAGE,
  },

  // ------------------------------------------------------------ the sign-in dialog
  dialog_12002: dialogEnd(
    12002,
    'signInFailed',
    'The sign-in page could not be loaded.',
    'dialog.html is missing, or its address is wrong.',
  ),
  dialog_12003: dialogEnd(
    12003,
    'signInFailed',
    'The sign-in page went to an address without HTTPS.',
    'ADDIN_ORIGIN and AUTHORITY have to be https.',
  ),
  dialog_12004: {
    ...dialogEnd(
      12004,
      'addinMisconfigured',
      "The sign-in page's domain is not allowed by the manifest.",
      "Add ADDIN_ORIGIN to the manifest's AppDomains.",
    ),
    reaction: 'stop',
    action: 'none',
  },
  dialog_12005: {
    ...dialogEnd(
      12005,
      'addinMisconfigured',
      'The sign-in page has an address without HTTPS.',
      'ADDIN_ORIGIN has to be https.',
    ),
    reaction: 'stop',
    action: 'none',
  },
  dialog_12006: dialogEnd(
    12006,
    'signInUnfinished',
    'The sign-in window was closed before the sign-in was finished.',
    'Usually the user closed it; a page with COOP in it also cuts it off.',
  ),
  dialog_12007: {
    ...dialogEnd(
      12007,
      'signInInProgress',
      'A sign-in window is still open.',
      'Closing takes a moment; the pane retries once before it says so.',
    ),
    reaction: 'wait',
    second: 'ask-user',
  },
  dialog_12009: dialogEnd(
    12009,
    'windowRefused',
    'The user chose not to open the sign-in window.',
    "Office's own question was answered with Ignore.",
  ),
  dialog_12011: dialogEnd(
    12011,
    'popupsBlocked',
    "The browser's settings keep the sign-in window from opening.",
    'Pop-ups are blocked, or the security zones differ.',
  ),
  dialog_unknown: noSignIn(
    'signInFailed',
    'The sign-in window failed for a reason that is not documented.',
    'See the details for the code.',
  ),
  dialog_timeout: noSignIn(
    'signInUnfinished',
    'The sign-in was not finished in time.',
    'The window stood open for ten minutes.',
  ),
  dialog_cancelled: {
    origin: 'dialog',
    reaction: 'signed-out',
    message: 'signInCancelled',
    action: 'sign-in',
    title: 'The user cancelled the sign-in.',
    hint: 'Nothing to mend.',
  },
  dialog_failed: {
    origin: 'dialog',
    reaction: 'ask-user',
    message: 'signInFailed',
    action: 'sign-in',
    title: 'The sign-in failed at the identity provider.',
    hint: "The details name MSAL's error code.",
    link: ENTRA_PAGE,
  },

  // ------------------------------------------------------------ the document
  document_read_only: {
    origin: 'document',
    reaction: 'ask-user',
    message: 'documentReadOnly',
    action: 'none',
    title: 'Nothing can be inserted: this is open for reading.',
    hint: 'Outlook: the item is not being composed. Others: the document is read-only.',
  },
  document_unsupported: {
    origin: 'document',
    reaction: 'stop',
    message: 'documentUnsupported',
    action: 'none',
    title: 'This version of Office cannot insert it.',
    hint: 'A requirement set is missing; the details name it.',
  },
  document_failed: {
    origin: 'document',
    reaction: 'ask-user',
    message: 'documentFailed',
    action: 'retry',
    title: 'Office refused to insert the files.',
    hint: "The details hold Office's error code.",
  },

  // ------------------------------------------------------------ the pane itself
  account_changed: {
    origin: 'pane',
    reaction: 'ask-user',
    message: 'accountChanged',
    action: 'switch-account',
    title: 'Another person is signed in than before.',
    hint: 'Office and the browser know different accounts.',
  },
  unexpected: {
    origin: 'pane',
    reaction: 'ask-user',
    message: 'unexpected',
    action: 'retry',
    title: 'Something happened that the add-in does not know.',
    hint: 'A defect of the add-in: the details say where.',
  },
} as const satisfies Record<string, ProblemRow>;

export type ProblemCode = keyof typeof catalogue;

export const problemCodes = Object.keys(catalogue) as ProblemCode[];

/** The row of a code, with all members of a row (absent ones undefined). */
export function problemRow(code: ProblemCode): ProblemRow {
  return catalogue[code];
}

export function isProblemCode(value: unknown): value is ProblemCode {
  return typeof value === 'string' && Object.hasOwn(catalogue, value);
}
