import { inGroup, type ScenarioRow } from './namedScenario.ts';

const FALL_BACK = 'Shows the signed-out page; Sign in tries the next token source.';
const ANOTHER_WAY = 'Sign in another way tries the next token source.';

function fallBack(code: number, problem: string, title: string, source: string): ScenarioRow {
  return {
    id: `sso-${code}`,
    title: `${code}: ${title}`,
    source,
    expected: FALL_BACK,
    code: problem,
    recovers: false,
    scenario: { getAccessToken: [code] },
  };
}

/** One per documented error of getAccessToken, and a few undocumented ones. */
export const getAccessTokenScenarios = inGroup('getAccessToken', [
  fallBack(
    13000,
    'sso_13000',
    "single sign-on isn't available",
    "The API is missing, or the manifest doesn't request it.",
  ),
  fallBack(
    13001,
    'sso_13001',
    'no user is signed in to Office',
    'Returned even when the call allows the sign-in prompt.',
  ),
  {
    id: 'office-signed-out',
    title: 'No user is signed in to Office; Office can prompt',
    source: '13001 unless the call allows the prompt; then Office shows it.',
    expected:
      "Shows the signed-out page without an error; Sign in opens Office's prompt, then the files appear.",
    code: 'sso_13001',
    recovers: false,
    scenario: { signedInToOffice: false },
  },
  {
    ...fallBack(
      13002,
      'sso_13002',
      'the user cancels',
      "The user closed Office's sign-in or consent prompt.",
    ),
    expected: `Opens no other window; Sign in asks Office again. ${ANOTHER_WAY}`,
  },
  fallBack(
    13003,
    'sso_13003',
    'the account type is not supported',
    'Domain account, or Outlook without modern authentication.',
  ),
  {
    ...fallBack(
      13004,
      'sso_13004',
      'wrong Resource in the manifest',
      'Development only: Resource names another host.',
    ),
    expected: `No automatic fallback; shows that the add-in is misconfigured, with both values in the details. ${ANOTHER_WAY}`,
  },
  fallBack(
    13005,
    'sso_13005',
    "Office isn't authorized",
    "Office isn't preauthorized, or the user revoked the consent.",
  ),
  {
    ...fallBack(13006, 'sso_13006', "Office's browser session is broken", 'Office on the web only.'),
    expected: `Asks the user to sign out and restart the browser; no automatic fallback. ${ANOTHER_WAY}`,
  },
  {
    id: 'sso-13006-nested',
    title: '13006 every time, with nested app authentication available',
    source: 'Firefox and Safari with third-party cookies blocked.',
    expected:
      'Keeps showing the advice; Sign in another way signs in without a window, and the pane keeps using it.',
    code: 'sso_13006',
    recovers: false,
    scenario: { getAccessToken: [13006], nestedAppAuth: true },
  },
  {
    id: 'sso-13006-challenge',
    title: '13006 when multifactor authentication is required',
    source: 'The first token is accepted; the call with authChallenge gets 13006.',
    expected: 'Keeps showing the advice; Sign in another way passes the claims to the next token source.',
    code: 'sso_13006',
    recovers: false,
    scenario: {
      getAccessToken: ['ok', 13006],
      obo: [{ aadsts: 50076, claims: { access_token: { acrs: { essential: true, value: 'c1' } } } }, 'ok'],
    },
  },
  fallBack(
    13007,
    'sso_13007',
    "Office can't get a token",
    'Scopes missing in the manifest, an unsupported account type, or sign-in disabled for the app.',
  ),
  {
    ...fallBack(13008, 'sso_13008', 'an earlier call is still running', 'Two calls at a time on the web.'),
    expected: `Asks the user to try again. ${ANOTHER_WAY}`,
  },
  fallBack(13009, 'sso_13009', "consent can't be forced", 'Documented during the preview.'),
  {
    ...fallBack(
      13010,
      'sso_13010',
      'security zones differ',
      'Office on the web in Edge; Office has already explained it.',
    ),
    expected: `Shows the signed-out page and names the browser setting. ${ANOTHER_WAY}`,
  },
  fallBack(13011, 'sso_unknown', 'an undocumented code', 'Not in the documentation.'),
  fallBack(
    13012,
    'sso_13012',
    "the platform doesn't support single sign-on",
    'iPad, Edit in Teams, or sideloaded Outlook.',
  ),
  {
    id: 'sso-13013',
    title: '13013: throttled once',
    source: 'Too many calls in a short time.',
    expected: 'Waits, retries once, then shows the files.',
    code: 'sso_13013',
    recovers: true,
    scenario: { getAccessToken: [13013, 'ok'] },
  },
  {
    id: 'sso-13013-twice',
    title: '13013: throttled every time',
    source: 'The retry gets 13013, too.',
    expected: `Waits and retries once. ${FALL_BACK}`,
    code: 'sso_13013',
    recovers: false,
    scenario: { getAccessToken: [13013] },
  },
  fallBack(50001, 'sso_50001', 'outdated office.js or Office', "Office doesn't support the call."),
  {
    ...fallBack(5001, 'sso_unknown', 'an internal error', 'Stands for any undocumented code.'),
    id: 'sso-unknown',
  },
  {
    id: 'sso-no-code',
    title: 'An error without a code',
    source: 'Observed in production.',
    expected: FALL_BACK,
    code: 'sso_no_code',
    recovers: false,
    scenario: { getAccessToken: ['no-code'] },
  },
  {
    id: 'sso-hang',
    title: 'Office never responds',
    source: 'Observed in production, for example when throttled.',
    expected: `Stops waiting after 15 seconds. ${FALL_BACK}`,
    code: 'sso_timeout',
    recovers: false,
    scenario: { getAccessToken: ['hang'] },
  },
  {
    id: 'sso-slow',
    title: 'Office takes three seconds',
    source: 'Normal on first start.',
    expected: 'Shows progress, then the files.',
    code: null,
    recovers: true,
    scenario: { getAccessToken: [{ token: {}, afterMs: 3000 }] },
  },
]);
