import type { ProblemCode } from './catalogue.ts';

/** What a developer reads of a problem; users read the message (src/taskpane/strings). */
export interface Explanation {
  /** For RFC 9457 `title` and for docs: what happened, in one line. */
  readonly title: string;
  /** The likely cause and the mend. */
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

/** Of every row of the catalogue. Over 300 lines because it is one table. */
export const explanations: Readonly<Record<ProblemCode, Explanation>> = {
  // ------------------------------------------------------------ Office.auth.getAccessToken
  sso_13000: {
    title: 'Office does not offer single sign-on to this add-in.',
    hint: 'The Office is too old for IdentityAPI 1.3, or the manifest has no WebApplicationInfo.',
    link: SSO_PAGE,
  },
  sso_13001: {
    title: 'Nobody is signed in to Office.',
    hint: 'Asked without allowSignInPrompt this is the normal answer for a signed-out Office.',
    link: SSO_PAGE,
  },
  sso_13002: {
    title: "The user cancelled Office's sign-in or consent.",
    hint: 'Nothing to mend. No other window may follow by itself.',
    link: SSO_PAGE,
  },
  sso_13003: {
    title: 'Office cannot use single sign-on with this kind of account.',
    hint: 'On-premises domain account, or Outlook without modern authentication.',
    link: SSO_PAGE,
  },
  sso_13004: {
    title: "The manifest's Resource does not name the add-in's own host and port.",
    hint: 'Make WebApplicationInfo/Resource in the manifest api://<host and port of ADDIN_ORIGIN>/<CLIENT_ID>; `npm run validate` checks it.',
    link: SSO_PAGE,
  },
  sso_13005: {
    title: 'Office is not authorized for this add-in, or the user revoked it.',
    hint: 'Pre-authorize Office (ea5a67f6-b6f3-4338-b240-c655ddc3cc8e) for access_as_user in the app registration.',
    link: SSO_PAGE,
  },
  sso_13006: {
    title: "Office on the web: the browser's Office session is broken.",
    hint: 'The user signs out of Office, closes the browser and starts again. Firefox and Safari answer 13006 every time while they block third-party cookies: then only "Sign in another way" helps.',
    link: SSO_PAGE,
  },
  sso_13007: {
    title: 'Office could not get a token for the add-in.',
    hint: 'The manifest lacks the scopes openid and profile, the account is of the wrong kind, or sign-in is disabled: in the Microsoft Entra admin center, the enterprise application needs Properties > Enabled for users to sign-in? > Yes.',
    link: SSO_PAGE,
  },
  sso_13008: {
    title: 'An earlier call of getAccessToken is still running.',
    hint: 'The pane keeps one call in flight at a time; another script of the page must have called Office.',
    link: SSO_PAGE,
  },
  sso_13009: {
    title: 'Forcing consent is not supported by this catalogue.',
    hint: 'A code of the preview era; treated as 13005.',
    link: SSO_PAGE,
  },
  sso_13010: {
    title: 'Office on the web in Edge: add-in and Office are in different security zones.',
    hint: 'Put the domains of Office and of the add-in into the same zone (Internet options, Security).',
    link: SSO_PAGE,
  },
  sso_13012: {
    title: 'This platform has no single sign-on for add-ins.',
    hint: 'iPad, Edit in Teams, forMSGraphAccess without tenant consent, or a sideloaded Outlook add-in with forMSGraphAccess: start with FOR_MS_GRAPH_ACCESS=false there.',
    link: SSO_PAGE,
  },
  sso_13013: {
    title: 'getAccessToken was called too often and Office throttled it.',
    hint: 'The pane waits and asks once more, then falls back.',
    link: SSO_PAGE,
  },
  sso_50001: {
    title: 'Stale office.js, or an Office that is too old.',
    hint: "Clear the browser's cache for office.js, update Office.",
    link: SSO_PAGE,
  },
  sso_unknown: {
    title: 'Office answered with a code that is not documented.',
    hint: 'See the details for the code.',
    link: SSO_PAGE,
  },
  sso_no_code: {
    title: 'Office refused without saying why.',
    hint: 'Known in the field; usually passes with an update of Office.',
    link: SSO_PAGE,
  },
  sso_timeout: {
    title: 'Office did not answer in time.',
    hint: 'getAccessToken can hang for ever, for instance when it is throttled.',
    link: SSO_PAGE,
  },

  // ------------------------------------------------------------ our server: the Bearer token
  token_missing: {
    title: 'The request carries no Bearer token.',
    hint: 'A proxy may have removed the Authorization header.',
  },
  token_malformed: {
    title: 'The Bearer token is not a JSON Web Token.',
    hint: 'Send the string that getAccessToken or MSAL gave, unchanged. All headers together may have 32 kB.',
  },
  token_invalid: {
    title: 'The token is not one that this server accepts.',
    hint: 'Signature, issuer, audience or times are wrong: compare CLIENT_ID, AUTHORITY and the App ID URI with the registration; the log names the check.',
  },
  token_expired: {
    title: 'The token has expired.',
    hint: 'Nothing to mend; if it happens with new tokens, the clock of a machine is wrong.',
  },
  scope_missing: {
    title: 'The token lacks the scope access_as_user.',
    hint: 'Expose access_as_user in the app registration and ask for it.',
  },
  tenant_not_allowed: {
    title: "The user's organization is not allowed here.",
    hint: "AUTHORITY leaves out accounts of this kind (/organizations: personal ones; a tenant's id: all other tenants), ALLOWED_TENANTS lacks the tenant id of this user, or Entra ID refuses the account.",
  },

  // ------------------------------------------------------------ our server: Entra ID and Microsoft Graph
  claims_challenge: {
    title: 'The organization asks for more proof of identity.',
    hint: 'Multifactor authentication, conditional access or continuous access evaluation; the claims are in the answer.',
    link: 'https://learn.microsoft.com/entra/identity-platform/claims-challenge',
  },
  assertion_expired: {
    title: 'The token expired before it could be exchanged (AADSTS500133).',
    hint: 'Nothing to mend; a fresh token helps.',
    link: ENTRA_PAGE,
  },
  graph_token_rejected: {
    title: 'Microsoft Graph refused the token, also a new one.',
    hint: 'The session was revoked, or GRAPH_ENDPOINT belongs to another cloud than AUTHORITY.',
    link: GRAPH_PAGE,
  },
  consent_required: {
    title: 'The user has not yet agreed to what the add-in may read (AADSTS65001).',
    hint: 'The pane asks for it; an administrator can consent for everyone. Also where Entra ID wants the user at its sign-in page without a claims challenge.',
    link: CONSENT_PAGE,
  },
  consent_declined: {
    title: 'The user declined to consent (AADSTS65004).',
    hint: 'Nothing to mend.',
    link: CONSENT_PAGE,
  },
  admin_consent_required: {
    title: 'Only an administrator may consent (AADSTS90094).',
    hint: 'An administrator opens adminConsentUrl once.',
    link: CONSENT_PAGE,
  },
  scope_invalid: {
    title: 'The server asks for a Graph scope that does not exist (AADSTS70011, 650053).',
    hint: 'Check SCOPE and the API permissions of the app registration.',
    link: ENTRA_PAGE,
  },
  audience_invalid: {
    title: 'Microsoft Graph says that the token is meant for another service.',
    hint: 'GRAPH_ENDPOINT and the scopes in SCOPE must belong together.',
    link: GRAPH_PAGE,
  },
  access_denied: {
    title: 'The user may not read this.',
    hint: 'Graph answered 403, or 401 for this resource only (guests): a missing permission in SCOPE, or a rule of the organization. Or Entra ID refused: the account is not assigned or is disabled, or the service is disabled in the tenant; detail names the AADSTS number.',
    link: GRAPH_PAGE,
  },
  policy_blocked: {
    title: 'A policy of the organization blocks this access (AADSTS53003).',
    hint: 'A conditional access or cross-tenant access policy refuses and no further proof would help; detail names the AADSTS number.',
    link: ENTRA_PAGE,
  },
  not_found: {
    title: 'It is not there, or not any more.',
    hint: 'An unknown route, or Graph answered 404.',
  },
  no_drive: {
    title: 'The user has no OneDrive.',
    hint: 'No licence for it, or it has never been opened.',
    link: GRAPH_PAGE,
  },
  request_invalid: {
    title: 'The request is not one that the server understands.',
    hint: 'See detail; pane and server may be of different versions. Status 431: the token is too large, usually because of group claims.',
  },
  throttled: {
    title: 'Too many requests.',
    hint: 'Entra ID, Microsoft Graph or this server asks to wait; see retryAfter (seconds).',
    link: 'https://learn.microsoft.com/graph/throttling',
  },
  server_misconfigured: {
    title: 'The server is not set up correctly.',
    hint: "The credential is wrong or expired (AADSTS7000215, 7000222), or the registration does not fit; the server's log says which.",
    link: ENTRA_PAGE,
  },
  internal_error: {
    title: 'The server met an error of its own.',
    hint: "A defect: look for the correlation id in the server's log.",
  },
  entra_error: {
    title: 'Entra ID gave an answer that makes no sense.',
    hint: 'Often a proxy between the server and Entra ID.',
  },
  graph_error: {
    title: 'Microsoft Graph gave an answer that makes no sense.',
    hint: 'Often a proxy between the server and Graph.',
    link: GRAPH_PAGE,
  },
  entra_unavailable: {
    title: 'Entra ID is not available.',
    hint: 'An outage, or the server cannot reach AUTHORITY.',
  },
  preferences_changed: {
    title: 'The preferences have been changed elsewhere meanwhile.',
    hint: 'If-Match named another state: read them again, and write again. The pane does so by itself.',
    link: 'https://www.rfc-editor.org/rfc/rfc9110#name-if-match',
  },
  preferences_unavailable: {
    title: 'The preferences cannot be read or written at the moment.',
    hint: 'DATABASE_URL cannot be reached, or DATABASE_DIR cannot be written; the log has the fault. The pane goes on with its defaults.',
  },
  graph_unavailable: {
    title: 'Microsoft Graph is not available.',
    hint: 'An outage, or the server cannot reach GRAPH_ENDPOINT.',
  },
  shutting_down: {
    title: 'The server is shutting down.',
    hint: 'It drains before a restart; another instance answers.',
  },
  entra_timeout: {
    title: 'Entra ID did not answer in time.',
    hint: 'An outage, or a firewall that drops packets.',
  },
  graph_timeout: {
    title: 'Microsoft Graph did not answer in time.',
    hint: 'An outage, or a firewall that drops packets.',
  },

  // ------------------------------------------------------------ the way to our server
  network_unreachable: {
    title: "The add-in's server cannot be reached.",
    hint: 'No network, or the server at ADDIN_ORIGIN is down.',
  },
  network_timeout: {
    title: "The add-in's server did not answer in time.",
    hint: 'The server answers within 20 seconds or not at all; look at what stands between.',
  },
  answer_invalid: {
    title: "The answer is not one of the add-in's server.",
    hint: 'A proxy or a sign-in page answered in its place.',
  },

  // ------------------------------------------------------------ nested app authentication
  nested_unavailable: {
    title: 'This Office does not sign in add-ins by nested app authentication.',
    hint: 'NESTED_APP_AUTH_UNAVAILABLE, DISABLED, or no bridge once window.__initializeNestedAppAuth() has ended; the sign-in dialog follows.',
    link: NAA_PAGE,
  },
  nested_timeout: {
    title: 'Nested app authentication did not answer in time.',
    hint: "The host's bridge or its window.__initializeNestedAppAuth() never answered; msal-browser has no time limit for either.",
    link: NAA_PAGE,
  },
  nested_failed: {
    title: 'Nested app authentication failed.',
    hint: 'TRANSIENT_ERROR, PERSISTENT_ERROR or ACCOUNT_UNAVAILABLE; is brk-multihub://<host> a redirect URI of the registration?',
    link: NAA_PAGE,
  },
  nested_interaction_required: {
    title: 'Nested app authentication needs the user.',
    hint: 'The pane asks again with a prompt, on the click of the user.',
    link: NAA_PAGE,
  },
  nested_cancelled: {
    title: 'The user cancelled the sign-in.',
    hint: 'Nothing to mend.',
    link: NAA_PAGE,
  },
  nested_no_network: {
    title: 'Office has no network for the sign-in.',
    hint: 'NO_NETWORK from the host.',
    link: NAA_PAGE,
  },

  // ------------------------------------------------------------ the sign-in dialog
  dialog_12002: {
    title: 'The sign-in page could not be loaded.',
    hint: 'dialog.html is missing, or its address is wrong.',
    link: DIALOG_PAGE,
  },
  dialog_12003: {
    title: 'The sign-in page went to an address without HTTPS.',
    hint: 'ADDIN_ORIGIN and AUTHORITY have to be https.',
    link: DIALOG_PAGE,
  },
  dialog_12004: {
    title: "The sign-in page's domain is not allowed by the manifest.",
    hint: 'The page has to be on the origin of the pane, ADDIN_ORIGIN. In Outlook on localhost, AppDomains of manifest.outlook.xml has to list that origin.',
    link: DIALOG_PAGE,
  },
  dialog_12005: {
    title: 'The sign-in page has an address without HTTPS.',
    hint: 'ADDIN_ORIGIN has to be https.',
    link: DIALOG_PAGE,
  },
  dialog_12006: {
    title: 'The sign-in window was closed before the sign-in was finished.',
    hint: 'Usually the user closed it; a page with COOP in it also cuts it off.',
    link: DIALOG_PAGE,
  },
  dialog_12007: {
    title: 'A sign-in window is still open.',
    hint: 'Closing takes a moment; the pane retries once before it says so.',
    link: DIALOG_PAGE,
  },
  dialog_12009: {
    title: 'The user chose not to open the sign-in window.',
    hint: "Office's own question was answered with Ignore.",
    link: DIALOG_PAGE,
  },
  dialog_12011: {
    title: "The browser's settings keep the sign-in window from opening.",
    hint: 'Pop-ups are blocked, or the security zones differ.',
    link: DIALOG_PAGE,
  },
  dialog_unknown: {
    title: 'The sign-in window failed for a reason that is not documented.',
    hint: 'See the details for the code.',
    link: DIALOG_PAGE,
  },
  dialog_timeout: {
    title: 'The sign-in was not finished in time.',
    hint: 'The window stood open for ten minutes.',
    link: DIALOG_PAGE,
  },
  dialog_cancelled: {
    title: 'The user cancelled the sign-in.',
    hint: 'Nothing to mend.',
  },
  dialog_failed: {
    title: 'The sign-in failed at the identity provider.',
    hint: "The details name MSAL's error code.",
    link: ENTRA_PAGE,
  },

  // ------------------------------------------------------------ the document
  document_read_only: {
    title: 'Nothing can be inserted: this is open for reading.',
    hint: 'Outlook: the item is not being composed. Others: the document is read-only.',
  },
  document_unsupported: {
    title: 'This version of Office cannot insert it.',
    hint: 'A requirement set is missing; the details name it.',
  },
  document_failed: {
    title: 'Office refused to insert the files.',
    hint: "The details hold Office's error code.",
  },

  // ------------------------------------------------------------ the pane itself
  account_changed: {
    title: 'Another person is signed in than before.',
    hint: 'Office and the browser know different accounts.',
  },
  unexpected: {
    title: 'Something happened that the add-in does not know.',
    hint: 'A defect of the add-in: the details say where.',
  },
};
