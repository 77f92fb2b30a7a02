// Types only: the pane loads this module later, and the catalogue must stay part of its first script.
import type { ProblemCode } from './catalogue.ts';

/** The text about a problem for developers. Users see the message (src/taskpane/strings). */
interface Explanation {
  /** What happened, in one line: RFC 9457 `title`, and the docs. */
  readonly title: string;
  /** The likely cause and the fix. */
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

/** Over 300 lines because it is one table. */
export const explanations: Readonly<Partial<Record<ProblemCode, Explanation>>> = {
  // ------------------------------------------------------------ Office.auth.getAccessToken
  sso_13000: {
    title: 'Office does not offer single sign-on to this add-in.',
    hint: 'This version of Office does not support IdentityAPI 1.3, or the manifest has no WebApplicationInfo.',
    link: SSO_PAGE,
  },
  sso_13001: {
    title: 'No user is signed in to Office.',
    hint: 'Expected: getAccessToken returns this to a signed-out user when allowSignInPrompt is not set.',
    link: SSO_PAGE,
  },
  sso_13002: {
    title: "The user canceled Office's sign-in or consent prompt.",
    hint: 'Nothing to fix. The pane must not open another window automatically.',
    link: SSO_PAGE,
  },
  sso_13003: {
    title: 'Office does not support single sign-on for this type of account.',
    hint: 'It is an on-premises domain account, or modern authentication is turned off for Outlook.',
    link: SSO_PAGE,
  },
  sso_13004: {
    title: "The Resource in the manifest does not match the add-in's host and port.",
    hint: 'In the manifest, set WebApplicationInfo/Resource to api://<host and port of ADDIN_ORIGIN>/<CLIENT_ID>. `npm run validate` checks it.',
    link: SSO_PAGE,
  },
  sso_13005: {
    title: 'Office is not authorized for this add-in, or the user revoked the authorization.',
    hint: 'In the app registration, preauthorize Office (ea5a67f6-b6f3-4338-b240-c655ddc3cc8e) for access_as_user.',
    link: SSO_PAGE,
  },
  sso_13006: {
    title: 'Office on the web: the Office session in the browser is broken.',
    hint: 'Sign out of Office, close the browser and start again. Firefox and Safari always return 13006 while they block third-party cookies; in that case, use "Sign in another way".',
    link: SSO_PAGE,
  },
  sso_13007: {
    title: 'Office could not get a token for the add-in.',
    hint: 'The manifest does not list the scopes openid and profile, the account type is not supported, or sign-in is disabled. To enable it, open the enterprise application in the Microsoft Entra admin center and set Properties > Enabled for users to sign-in? to Yes.',
    link: SSO_PAGE,
  },
  sso_13008: {
    title: 'An earlier call to getAccessToken is still in progress.',
    hint: 'The pane makes one call at a time, so another script on the page must have called Office.',
    link: SSO_PAGE,
  },
  sso_13009: {
    title: 'The add-in catalog does not support forced consent.',
    hint: 'A code from the preview of single sign-on. The pane handles it like 13005.',
    link: SSO_PAGE,
  },
  sso_13010: {
    title: 'Office on the web in Edge: the add-in and Office are in different security zones.',
    hint: 'Add the domains of Office and of the add-in to the same zone (Internet options > Security).',
    link: SSO_PAGE,
  },
  sso_13012: {
    title: 'This platform does not support single sign-on for add-ins.',
    hint: 'Causes: iPad; Edit in Teams; forMSGraphAccess without tenant-wide consent; or forMSGraphAccess in a sideloaded Outlook add-in, where FOR_MS_GRAPH_ACCESS=false fixes it.',
    link: SSO_PAGE,
  },
  sso_13013: {
    title: 'getAccessToken was called too often, and Office throttled it.',
    hint: 'The pane waits and tries once more, then uses the next token source.',
    link: SSO_PAGE,
  },
  sso_50001: {
    title: 'office.js or Office is out of date.',
    hint: 'Clear the browser cache to reload office.js, and update Office.',
    link: SSO_PAGE,
  },
  sso_unknown: {
    title: 'Office returned an undocumented error code.',
    hint: 'The details contain the code.',
    link: SSO_PAGE,
  },
  sso_no_code: {
    title: 'Office rejected the request without an error code.',
    hint: 'Users have reported this; updating Office usually fixes it.',
    link: SSO_PAGE,
  },
  sso_timeout: {
    title: 'Office did not respond in time.',
    hint: 'getAccessToken can hang forever, for example when Office throttles it.',
    link: SSO_PAGE,
  },

  // ------------------------------------------------------------ the add-in's server: the Bearer token
  token_missing: {
    title: 'The request has no Bearer token.',
    hint: 'A proxy may have removed the Authorization header.',
  },
  token_malformed: {
    title: 'The Bearer token is not a JSON Web Token.',
    hint: 'Send the string from getAccessToken or MSAL unchanged. All request headers together are limited to 32 kB.',
  },
  token_invalid: {
    title: 'The token is not valid for this server.',
    hint: 'The signature, issuer, audience or lifetime is wrong. Compare CLIENT_ID, AUTHORITY and the App ID URI with the app registration; the log names the failed check.',
  },
  token_expired: {
    title: 'The token has expired.',
    hint: "Nothing to fix. If new tokens are affected, check the server's clock.",
  },
  scope_missing: {
    title: 'The token does not contain the scope access_as_user.',
    hint: 'Expose the scope access_as_user in the app registration, and request it.',
  },
  tenant_not_allowed: {
    title: "The user's organization is not allowed to use this add-in.",
    hint: "AUTHORITY excludes the account (/organizations: personal accounts; a tenant id: all other tenants), ALLOWED_TENANTS does not list the user's tenant id, or Entra ID rejects the account.",
  },

  // ------------------------------------------------------------ the add-in's server: Entra ID and Microsoft Graph
  claims_challenge: {
    title: 'The organization requires additional verification.',
    hint: 'Caused by multifactor authentication, conditional access or continuous access evaluation. The response contains the claims.',
    link: 'https://learn.microsoft.com/entra/identity-platform/claims-challenge',
  },
  assertion_expired: {
    title: 'The token expired before it could be exchanged (AADSTS500133).',
    hint: 'Nothing to fix. The pane retries with a fresh token.',
    link: ENTRA_PAGE,
  },
  graph_token_rejected: {
    title: 'Microsoft Graph rejected the token, and a new one too.',
    hint: "The user's session was revoked, or GRAPH_ENDPOINT and AUTHORITY belong to different clouds.",
    link: GRAPH_PAGE,
  },
  consent_required: {
    title: 'The user has not consented to the permissions of the add-in (AADSTS65001).',
    hint: 'The pane asks for consent; an administrator can consent for everyone. The code also covers other interaction at the sign-in page for which Entra ID sends no claims challenge.',
    link: CONSENT_PAGE,
  },
  consent_declined: {
    title: 'The user declined consent (AADSTS65004).',
    hint: 'Nothing to fix.',
    link: CONSENT_PAGE,
  },
  admin_consent_required: {
    title: 'Only an administrator can consent (AADSTS90094).',
    hint: 'Ask an administrator to open adminConsentUrl once.',
    link: CONSENT_PAGE,
  },
  scope_invalid: {
    title: 'The server requests a Graph scope that does not exist (AADSTS70011, 650053).',
    hint: 'Check SCOPE, and the API permissions of the app registration.',
    link: ENTRA_PAGE,
  },
  audience_invalid: {
    title: 'Microsoft Graph rejected the token because its audience is another service.',
    hint: 'Check that GRAPH_ENDPOINT and SCOPE belong to the same service.',
    link: GRAPH_PAGE,
  },
  access_denied: {
    title: 'The user is not allowed to access this resource.',
    hint: 'If Graph returned 403, or 401 for this resource only (as for guests): SCOPE lacks a permission, or a policy of the organization forbids it. If Entra ID refused: the account is disabled or not assigned, or the service is disabled in the tenant; detail contains the AADSTS number.',
    link: GRAPH_PAGE,
  },
  policy_blocked: {
    title: 'A policy of the organization blocks access (AADSTS53003).',
    hint: 'A conditional access or cross-tenant access policy blocks the user, and additional verification would not help. detail contains the AADSTS number.',
    link: ENTRA_PAGE,
  },
  not_found: {
    title: 'The resource does not exist.',
    hint: 'The route is unknown, or Graph returned 404.',
  },
  no_drive: {
    title: 'The user has no OneDrive.',
    hint: 'The user has no OneDrive license, or has never opened OneDrive.',
    link: GRAPH_PAGE,
  },
  request_invalid: {
    title: 'The request is not valid.',
    hint: 'See detail. Pane and server may be different versions. Status 431: the token is too large, usually because of group claims.',
  },
  throttled: {
    title: 'Too many requests.',
    hint: 'Entra ID, Microsoft Graph or this server limits the rate. Wait for retryAfter seconds.',
    link: 'https://learn.microsoft.com/graph/throttling',
  },
  server_misconfigured: {
    title: 'The server is not configured correctly.',
    hint: "The credential is wrong or expired (AADSTS7000215, 7000222), or the app registration does not match; the server's log names the error.",
    link: ENTRA_PAGE,
  },
  internal_error: {
    title: 'An unexpected error occurred on the server.',
    hint: "A bug: search for the correlation id in the server's log.",
  },
  entra_error: {
    title: 'Entra ID returned an invalid response.',
    hint: 'Often the response of a proxy between the server and Entra ID.',
  },
  graph_error: {
    title: 'Microsoft Graph returned an invalid response.',
    hint: 'Often the response of a proxy between the server and Graph.',
    link: GRAPH_PAGE,
  },
  entra_unavailable: {
    title: 'Entra ID is unavailable.',
    hint: 'Entra ID has an outage, or the server cannot reach AUTHORITY.',
  },
  preferences_changed: {
    title: 'The preferences have changed since they were read.',
    hint: 'If-Match does not match the current revision. Read the preferences and write them again; the pane does this automatically.',
    link: 'https://www.rfc-editor.org/rfc/rfc9110#name-if-match',
  },
  preferences_unavailable: {
    title: 'The preferences are unavailable.',
    hint: 'The server cannot connect to DATABASE_URL or write to DATABASE_DIR; the log names the error. The pane continues with the default preferences.',
  },
  graph_unavailable: {
    title: 'Microsoft Graph is unavailable.',
    hint: 'Graph has an outage, or the server cannot reach GRAPH_ENDPOINT.',
  },
  shutting_down: {
    title: 'The server is shutting down.',
    hint: 'It finishes its requests before a restart; other instances accept new ones.',
  },
  entra_timeout: {
    title: 'Entra ID did not respond in time.',
    hint: 'Entra ID has an outage, or a firewall drops the packets.',
  },
  graph_timeout: {
    title: 'Microsoft Graph did not respond in time.',
    hint: 'Graph has an outage, or a firewall drops the packets.',
  },

  // ------------------------------------------------------------ the connection to the add-in's server
  network_unreachable: {
    title: "The add-in's server is unreachable.",
    hint: 'The device is offline, or the server at ADDIN_ORIGIN is down.',
  },
  network_timeout: {
    title: "The add-in's server did not respond in time.",
    hint: 'The server responds within 20 seconds or not at all, so check the network and the proxies in between.',
  },
  answer_invalid: {
    title: "The response did not come from the add-in's server.",
    hint: 'A proxy or a sign-in page responded instead.',
  },

  // ------------------------------------------------------------ nested app authentication
  nested_unavailable: {
    title: 'This version of Office does not support nested app authentication.',
    hint: 'The host returned NESTED_APP_AUTH_UNAVAILABLE or DISABLED, or there is no bridge after window.__initializeNestedAppAuth(). The pane uses the sign-in dialog instead.',
    link: NAA_PAGE,
  },
  nested_timeout: {
    title: 'Nested app authentication did not respond in time.',
    hint: "The host's bridge or window.__initializeNestedAppAuth() never responded; msal-browser has no time limit for either.",
    link: NAA_PAGE,
  },
  nested_failed: {
    title: 'Nested app authentication failed.',
    hint: 'The host returned TRANSIENT_ERROR, PERSISTENT_ERROR or ACCOUNT_UNAVAILABLE. Check that brk-multihub://<host> is a redirect URI of the app registration.',
    link: NAA_PAGE,
  },
  nested_interaction_required: {
    title: 'Nested app authentication requires user interaction.',
    hint: 'The pane asks again, with a prompt, when the user clicks Sign in.',
    link: NAA_PAGE,
  },
  nested_cancelled: {
    title: 'The user canceled the sign-in.',
    hint: 'Nothing to fix.',
    link: NAA_PAGE,
  },
  nested_no_network: {
    title: 'Office is offline and cannot sign in.',
    hint: 'The host returned NO_NETWORK.',
    link: NAA_PAGE,
  },

  // ------------------------------------------------------------ the sign-in dialog
  dialog_12002: {
    title: 'The sign-in page could not be loaded.',
    hint: 'dialog.html is missing, or its URL is wrong.',
    link: DIALOG_PAGE,
  },
  dialog_12003: {
    title: 'The sign-in page navigated to a URL without HTTPS.',
    hint: 'Set ADDIN_ORIGIN and AUTHORITY to https URLs.',
    link: DIALOG_PAGE,
  },
  dialog_12004: {
    title: "The manifest does not allow the sign-in page's domain.",
    hint: "The page must have the pane's origin, ADDIN_ORIGIN. For Outlook on localhost, add that origin to AppDomains in manifest.outlook.xml.",
    link: DIALOG_PAGE,
  },
  dialog_12005: {
    title: 'The URL of the sign-in page does not use HTTPS.',
    hint: 'Set ADDIN_ORIGIN to an https URL.',
    link: DIALOG_PAGE,
  },
  dialog_12006: {
    title: 'The sign-in window was closed before the sign-in finished.',
    hint: 'Usually the user closed it. A page in the window that sends Cross-Origin-Opener-Policy also cuts the connection.',
    link: DIALOG_PAGE,
  },
  dialog_12007: {
    title: 'A sign-in window is still open.',
    hint: 'Closing a window takes a moment; the pane retries once before it shows this message.',
    link: DIALOG_PAGE,
  },
  dialog_12009: {
    title: 'The user chose not to open the sign-in window.',
    hint: "The user selected Ignore in Office's prompt.",
    link: DIALOG_PAGE,
  },
  dialog_12011: {
    title: 'The browser settings prevent the sign-in window from opening.',
    hint: 'Pop-ups are blocked, or the add-in and Office are in different security zones.',
    link: DIALOG_PAGE,
  },
  dialog_unknown: {
    title: 'The sign-in window failed with an undocumented error.',
    hint: 'The details contain the code.',
    link: DIALOG_PAGE,
  },
  dialog_timeout: {
    title: 'The sign-in did not finish in time.',
    hint: 'The sign-in window was open for ten minutes.',
    link: DIALOG_PAGE,
  },
  dialog_cancelled: {
    title: 'The user canceled the sign-in.',
    hint: 'Nothing to fix.',
  },
  dialog_failed: {
    title: 'The sign-in failed at the identity provider.',
    hint: "The details contain MSAL's error code.",
    link: ENTRA_PAGE,
  },

  // ------------------------------------------------------------ the document
  document_read_only: {
    title: 'Nothing can be inserted: the document or item is read-only.',
    hint: 'In Outlook, the item is open for reading, not for composing. Elsewhere, the document is read-only.',
  },
  document_unsupported: {
    title: 'This version of Office does not support the insertion.',
    hint: 'Office does not support a requirement set; the details name it.',
  },
  document_failed: {
    title: 'Office could not insert the files.',
    hint: "The details contain Office's error code.",
  },

  // ------------------------------------------------------------ the pane itself
  account_changed: {
    title: 'A different user is signed in than before.',
    hint: 'Office and the browser use different accounts.',
  },
  unexpected: {
    title: 'An unexpected error occurred in the pane.',
    hint: 'A bug in the add-in; the details name the place.',
  },
};

/** Returns the entry. A code such as `drive_locked` is its own explanation until it has one: "Drive locked." */
export function explain(code: ProblemCode): Explanation {
  const words = code.replaceAll('_', ' ');
  return (
    explanations[code] ?? {
      title: `${words.charAt(0).toUpperCase()}${words.slice(1)}.`,
      hint: `To explain this problem, add ${code} to src/contract/explanations.ts.`,
    }
  );
}
