/**
 * The catalogue of everything that can go wrong, and how the pane reacts. Code branches only on these rows;
 * docs/errors.md, the sandbox's scenarios and the tests are generated from them. The texts for developers are in
 * explanations.ts: the pane needs these rows at startup, but rarely those texts.
 * Over 300 lines because it is one table.
 *
 * Sources: Microsoft's pages "Troubleshoot error messages for single sign-on (SSO)", "Handle errors and events
 * in the Office dialog box" and "Microsoft Entra authentication and authorization error codes".
 */

/**
 * What the pane does about a problem:
 * - `retry`: get a fresh token and retry once, automatically
 * - `challenge`: pass the claims to the token source and retry once, automatically
 * - `fallback`: continue with the next token source, which may need the user's click
 * - `wait`: wait for the requested time and retry once, automatically
 * - `ask-user`: show what the user can do, and wait for them to do it
 * - `signed-out`: show the signed-out page with a Sign in button; open no window
 * - `stop`: show what happened; the user can't fix it
 */
export type Reaction = 'retry' | 'challenge' | 'fallback' | 'wait' | 'ask-user' | 'signed-out' | 'stop';

/** What the main button of a message does. */
type Action = 'retry' | 'sign-in' | 'switch-account' | 'copy-consent-link' | 'reload' | 'none';

/**
 * What the second button of a message does. It offers a way out where the first button could fail every time:
 * - `other-source`: signs in through the next token source; shown only if there is one
 * - `switch-account`: signs in again and lets the user choose the account
 */
type Alternative = 'other-source' | 'switch-account';

/** Where the problem is detected. */
export type Origin = 'office' | 'server' | 'nested' | 'dialog' | 'network' | 'document' | 'pane';

/** Problems that need the same action from the user share a message. */
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

interface ProblemRow {
  readonly origin: Origin;
  /** Office's error number, from getAccessToken, displayDialogAsync or DialogEventReceived. */
  readonly officeCode?: number;
  /** HTTP status, for problems that the server reports. */
  readonly status?: number;
  readonly reaction: Reaction;
  /** The reaction when the pane has just opened, without a click, if it differs. */
  readonly atLaunch?: Reaction;
  /** The reaction after the automatic one has failed within the same user action. Default: show the message. */
  readonly second?: Reaction;
  readonly message: MessageKey;
  readonly action: Action;
  readonly alternative?: Alternative;
}

/** Office returned no token: continue with the next token source. */
const noToken = {
  origin: 'office',
  reaction: 'fallback',
  message: 'signInNeeded',
  action: 'sign-in',
} as const satisfies ProblemRow;

function officeFallback(officeCode: number) {
  return { ...noToken, officeCode } as const satisfies ProblemRow;
}

/** The sign-in window ended without a token; Sign in opens it again. */
function noSignIn(message: MessageKey) {
  return { origin: 'dialog', reaction: 'ask-user', message, action: 'sign-in' } as const satisfies ProblemRow;
}

function dialogEnd(officeCode: number, message: MessageKey) {
  return { ...noSignIn(message), officeCode } as const satisfies ProblemRow;
}

export const catalogue = {
  // ------------------------------------------------------------ Office.auth.getAccessToken
  sso_13000: officeFallback(13000),
  sso_13001: {
    ...officeFallback(13001),
    atLaunch: 'signed-out',
    message: 'signedOut',
  },
  sso_13002: {
    origin: 'office',
    officeCode: 13002,
    reaction: 'signed-out',
    message: 'signInCancelled',
    action: 'sign-in',
    alternative: 'other-source',
  },
  sso_13003: officeFallback(13003),
  sso_13004: {
    origin: 'office',
    officeCode: 13004,
    reaction: 'stop',
    message: 'addinMisconfigured',
    action: 'none',
    alternative: 'other-source',
  },
  sso_13005: officeFallback(13005),
  sso_13006: {
    origin: 'office',
    officeCode: 13006,
    reaction: 'ask-user',
    message: 'officeSessionBroken',
    action: 'none',
    alternative: 'other-source',
  },
  sso_13007: officeFallback(13007),
  sso_13008: {
    origin: 'office',
    officeCode: 13008,
    reaction: 'ask-user',
    message: 'busySigningIn',
    action: 'retry',
    alternative: 'other-source',
  },
  sso_13009: officeFallback(13009),
  sso_13010: {
    origin: 'office',
    officeCode: 13010,
    reaction: 'signed-out',
    message: 'securityZones',
    action: 'sign-in',
    alternative: 'other-source',
  },
  sso_13012: officeFallback(13012),
  sso_13013: {
    ...officeFallback(13013),
    reaction: 'wait',
    second: 'fallback',
  },
  sso_50001: officeFallback(50001),
  sso_unknown: noToken,
  sso_no_code: noToken,
  sso_timeout: noToken,

  // ------------------------------------------------------------ the add-in's server: the Bearer token
  token_missing: {
    origin: 'server',
    status: 401,
    reaction: 'stop',
    message: 'tokenRefused',
    action: 'retry',
    alternative: 'other-source',
  },
  token_malformed: {
    origin: 'server',
    status: 401,
    reaction: 'stop',
    message: 'tokenRefused',
    action: 'retry',
    alternative: 'other-source',
  },
  token_invalid: {
    origin: 'server',
    status: 401,
    reaction: 'stop',
    message: 'tokenRefused',
    action: 'retry',
    alternative: 'other-source',
  },
  token_expired: {
    origin: 'server',
    status: 401,
    reaction: 'retry',
    message: 'sessionExpired',
    action: 'sign-in',
    alternative: 'other-source',
  },
  scope_missing: {
    origin: 'server',
    status: 403,
    reaction: 'stop',
    message: 'addinMisconfigured',
    action: 'none',
    alternative: 'other-source',
  },
  tenant_not_allowed: {
    origin: 'server',
    status: 403,
    reaction: 'ask-user',
    message: 'organizationNotAllowed',
    action: 'switch-account',
  },

  // ------------------------------------------------------------ the add-in's server: Entra ID and Microsoft Graph
  claims_challenge: {
    origin: 'server',
    status: 401,
    reaction: 'challenge',
    message: 'verificationNeeded',
    action: 'sign-in',
  },
  assertion_expired: {
    origin: 'server',
    status: 401,
    reaction: 'retry',
    message: 'sessionExpired',
    action: 'sign-in',
    alternative: 'other-source',
  },
  graph_token_rejected: {
    origin: 'server',
    status: 401,
    reaction: 'retry',
    message: 'sessionExpired',
    action: 'sign-in',
    alternative: 'other-source',
  },
  consent_required: {
    origin: 'server',
    status: 403,
    reaction: 'fallback',
    message: 'consentNeeded',
    action: 'sign-in',
  },
  consent_declined: {
    origin: 'server',
    status: 403,
    reaction: 'signed-out',
    message: 'consentDeclined',
    action: 'sign-in',
  },
  admin_consent_required: {
    origin: 'server',
    status: 403,
    reaction: 'ask-user',
    message: 'adminConsentNeeded',
    action: 'copy-consent-link',
    alternative: 'switch-account',
  },
  scope_invalid: {
    origin: 'server',
    status: 403,
    reaction: 'stop',
    message: 'addinMisconfigured',
    action: 'none',
  },
  audience_invalid: {
    origin: 'server',
    status: 403,
    reaction: 'stop',
    message: 'addinMisconfigured',
    action: 'none',
  },
  access_denied: {
    origin: 'server',
    status: 403,
    reaction: 'ask-user',
    message: 'accessDenied',
    action: 'switch-account',
  },
  policy_blocked: {
    origin: 'server',
    status: 403,
    reaction: 'ask-user',
    message: 'policyBlocked',
    action: 'switch-account',
  },
  not_found: {
    origin: 'server',
    status: 404,
    reaction: 'ask-user',
    message: 'notFound',
    action: 'retry',
  },
  no_drive: {
    origin: 'server',
    status: 404,
    reaction: 'ask-user',
    message: 'noDrive',
    action: 'switch-account',
  },
  request_invalid: {
    origin: 'server',
    status: 400,
    reaction: 'stop',
    message: 'requestRefused',
    action: 'reload',
  },
  throttled: {
    origin: 'server',
    status: 429,
    reaction: 'wait',
    message: 'throttled',
    action: 'retry',
  },
  server_misconfigured: {
    origin: 'server',
    status: 500,
    reaction: 'ask-user',
    message: 'serverMisconfigured',
    action: 'none',
  },
  internal_error: {
    origin: 'server',
    status: 500,
    reaction: 'ask-user',
    message: 'serviceFault',
    action: 'retry',
  },
  entra_error: {
    origin: 'server',
    status: 502,
    reaction: 'ask-user',
    message: 'serviceFault',
    action: 'retry',
  },
  graph_error: {
    origin: 'server',
    status: 502,
    reaction: 'ask-user',
    message: 'serviceFault',
    action: 'retry',
  },
  entra_unavailable: {
    origin: 'server',
    status: 503,
    reaction: 'ask-user',
    message: 'serviceUnavailable',
    action: 'retry',
  },
  preferences_changed: {
    origin: 'server',
    status: 412,
    reaction: 'ask-user',
    message: 'unexpected',
    action: 'retry',
  },
  preferences_unavailable: {
    origin: 'server',
    status: 503,
    reaction: 'ask-user',
    message: 'serviceUnavailable',
    action: 'retry',
  },
  graph_unavailable: {
    origin: 'server',
    status: 503,
    reaction: 'ask-user',
    message: 'serviceUnavailable',
    action: 'retry',
  },
  shutting_down: {
    origin: 'server',
    status: 503,
    reaction: 'ask-user',
    message: 'serviceUnavailable',
    action: 'retry',
  },
  entra_timeout: {
    origin: 'server',
    status: 504,
    reaction: 'ask-user',
    message: 'serviceSlow',
    action: 'retry',
  },
  graph_timeout: {
    origin: 'server',
    status: 504,
    reaction: 'ask-user',
    message: 'serviceSlow',
    action: 'retry',
  },

  // ------------------------------------------------------------ the connection to the add-in's server
  network_unreachable: {
    origin: 'network',
    reaction: 'ask-user',
    message: 'offline',
    action: 'retry',
  },
  network_timeout: {
    origin: 'network',
    reaction: 'ask-user',
    message: 'serviceSlow',
    action: 'retry',
  },
  answer_invalid: {
    origin: 'network',
    reaction: 'ask-user',
    message: 'serviceFault',
    action: 'retry',
  },

  // ------------------------------------------------------------ nested app authentication
  nested_unavailable: {
    origin: 'nested',
    reaction: 'fallback',
    message: 'signInNeeded',
    action: 'sign-in',
  },
  nested_timeout: {
    origin: 'nested',
    reaction: 'fallback',
    message: 'signInNeeded',
    action: 'sign-in',
  },
  nested_failed: {
    origin: 'nested',
    reaction: 'fallback',
    message: 'signInNeeded',
    action: 'sign-in',
  },
  nested_interaction_required: {
    origin: 'nested',
    reaction: 'fallback',
    message: 'signInNeeded',
    action: 'sign-in',
  },
  nested_cancelled: {
    origin: 'nested',
    reaction: 'signed-out',
    message: 'signInCancelled',
    action: 'sign-in',
    alternative: 'other-source',
  },
  nested_no_network: {
    origin: 'nested',
    reaction: 'ask-user',
    message: 'offline',
    action: 'retry',
    alternative: 'other-source',
  },

  // ------------------------------------------------------------ the sign-in dialog
  dialog_12002: dialogEnd(12002, 'signInFailed'),
  dialog_12003: dialogEnd(12003, 'signInFailed'),
  dialog_12004: {
    ...dialogEnd(12004, 'addinMisconfigured'),
    reaction: 'stop',
    action: 'none',
    alternative: 'other-source',
  },
  dialog_12005: {
    ...dialogEnd(12005, 'addinMisconfigured'),
    reaction: 'stop',
    action: 'none',
    alternative: 'other-source',
  },
  dialog_12006: dialogEnd(12006, 'signInUnfinished'),
  dialog_12007: {
    ...dialogEnd(12007, 'signInInProgress'),
    reaction: 'wait',
    second: 'ask-user',
  },
  dialog_12009: dialogEnd(12009, 'windowRefused'),
  dialog_12011: dialogEnd(12011, 'popupsBlocked'),
  dialog_unknown: noSignIn('signInFailed'),
  dialog_timeout: noSignIn('signInUnfinished'),
  dialog_cancelled: {
    origin: 'dialog',
    reaction: 'signed-out',
    message: 'signInCancelled',
    action: 'sign-in',
  },
  dialog_failed: {
    origin: 'dialog',
    reaction: 'ask-user',
    message: 'signInFailed',
    action: 'sign-in',
  },

  // ------------------------------------------------------------ the document
  document_read_only: {
    origin: 'document',
    reaction: 'ask-user',
    message: 'documentReadOnly',
    action: 'none',
  },
  document_unsupported: {
    origin: 'document',
    reaction: 'stop',
    message: 'documentUnsupported',
    action: 'none',
  },
  document_failed: {
    origin: 'document',
    reaction: 'ask-user',
    message: 'documentFailed',
    action: 'retry',
  },

  // ------------------------------------------------------------ the pane itself
  account_changed: {
    origin: 'pane',
    reaction: 'ask-user',
    message: 'accountChanged',
    action: 'switch-account',
  },
  unexpected: {
    origin: 'pane',
    reaction: 'ask-user',
    message: 'unexpected',
    action: 'retry',
  },
} as const satisfies Record<string, ProblemRow>;

export type ProblemCode = keyof typeof catalogue;

export const problemCodes = Object.keys(catalogue) as ProblemCode[];

/** Returns the row of a code as the general type, in which optional members can be read. */
export function problemRow(code: ProblemCode): ProblemRow {
  return catalogue[code];
}

export function isProblemCode(value: unknown): value is ProblemCode {
  return typeof value === 'string' && Object.hasOwn(catalogue, value);
}
