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

/** One per row of the table of getAccessToken's errors. */
export const getAccessTokenScenarios = inGroup('getAccessToken', [
  fallBack(
    13000,
    'sso_13000',
    'no single sign-on here',
    'The API is missing, or the manifest does not ask for it.',
  ),
  fallBack(
    13001,
    'sso_13001',
    'nobody signed in to Office',
    'Also a call that allows the prompt gets this answer.',
  ),
  {
    id: 'office-signed-out',
    title: 'Nobody is signed in to Office, which can ask',
    source: '13001 for a call without the prompt; a call that allows it shows it.',
    expected:
      'Shows the signed-out page without an error; Sign in opens the prompt of Office, then the files appear.',
    code: 'sso_13001',
    recovers: false,
    scenario: { signedInToOffice: false },
  },
  {
    ...fallBack(13002, 'sso_13002', 'the user cancelled', "The user closed Office's sign-in or consent."),
    expected: `Opens no other window; Sign in asks Office again. ${ANOTHER_WAY}`,
  },
  fallBack(
    13003,
    'sso_13003',
    'kind of account not supported',
    'Domain account, or Outlook without modern authentication.',
  ),
  {
    ...fallBack(
      13004,
      'sso_13004',
      'wrong Resource in the manifest',
      'Development only: Resource names another host.',
    ),
    expected: `No automatic fallback; says that the add-in is misconfigured, with both values in the details. ${ANOTHER_WAY}`,
  },
  fallBack(
    13005,
    'sso_13005',
    'Office not authorized',
    'Office is not pre-authorized, or the user revoked it.',
  ),
  {
    ...fallBack(13006, 'sso_13006', "Office's browser session is broken", 'Office on the web only.'),
    expected: `Asks the user to sign out and restart the browser; no automatic fallback. ${ANOTHER_WAY}`,
  },
  {
    id: 'sso-13006-nested',
    title: '13006 every time, with nested app authentication',
    source: 'Firefox and Safari with third-party cookies blocked.',
    expected: 'Keeps the advice; Sign in another way signs in without a window, and the pane stays with it.',
    code: 'sso_13006',
    recovers: false,
    scenario: { getAccessToken: [13006], nestedAppAuth: true },
  },
  {
    id: 'sso-13006-challenge',
    title: '13006 when the second factor is asked for',
    source: 'The first token is good; the call with authChallenge gets 13006.',
    expected: 'Keeps the advice; Sign in another way hands the claims to the next token source.',
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
    'no token to be had',
    'Scopes missing in the manifest, the wrong kind of account, or sign-in disabled for the app.',
  ),
  {
    ...fallBack(13008, 'sso_13008', 'an earlier call still runs', 'Two calls at a time on the web.'),
    expected: `Asks to try again. ${ANOTHER_WAY}`,
  },
  fallBack(13009, 'sso_13009', 'consent cannot be forced', 'A code of the preview era.'),
  {
    ...fallBack(
      13010,
      'sso_13010',
      'security zones differ',
      'Office on the web in Edge; Office has explained it.',
    ),
    expected: `Shows the signed-out page and names the setting. ${ANOTHER_WAY}`,
  },
  fallBack(13011, 'sso_unknown', 'a number without documentation', 'Stands in no table.'),
  fallBack(
    13012,
    'sso_13012',
    'platform without single sign-on',
    'iPad, Edit in Teams, or sideloaded Outlook.',
  ),
  {
    id: 'sso-13013',
    title: '13013: throttled once',
    source: 'Called too often within a short time.',
    expected: 'Waits and asks once more.',
    code: 'sso_13013',
    recovers: true,
    scenario: { getAccessToken: [13013, 'ok'] },
  },
  {
    id: 'sso-13013-twice',
    title: '13013: throttled again and again',
    source: 'The second answer is the same.',
    expected: `Waits and asks once more. ${FALL_BACK}`,
    code: 'sso_13013',
    recovers: false,
    scenario: { getAccessToken: [13013] },
  },
  fallBack(50001, 'sso_50001', 'stale office.js or old Office', 'Office does not know the call.'),
  {
    ...fallBack(5001, 'sso_unknown', 'an internal error', 'Any code that stands in no table.'),
    id: 'sso-unknown',
  },
  {
    id: 'sso-no-code',
    title: 'Refused without a code',
    source: 'Seen in the field.',
    expected: FALL_BACK,
    code: 'sso_no_code',
    recovers: false,
    scenario: { getAccessToken: ['no-code'] },
  },
  {
    id: 'sso-hang',
    title: 'No answer at all',
    source: 'Seen in the field, for instance when throttled.',
    expected: `Stops waiting after 15 seconds. ${FALL_BACK}`,
    code: 'sso_timeout',
    recovers: false,
    scenario: { getAccessToken: ['hang'] },
  },
  {
    id: 'sso-slow',
    title: 'Office takes three seconds',
    source: 'Normal at the first start.',
    expected: 'Shows progress, then the files.',
    code: null,
    recovers: true,
    scenario: { getAccessToken: [{ token: {}, afterMs: 3000 }] },
  },
]);
