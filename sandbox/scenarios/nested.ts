import { inGroup } from './namedScenario.ts';

/** Office gives no token by itself, so that nested app authentication has its turn. */
const noSso = { getAccessToken: [13005] };
const supported = { NestedAppAuth: '1.1' };

/** Nested app authentication: Office brokers the sign-in for MSAL.js. */
export const nestedScenarios = inGroup('nested', [
  {
    id: 'nested-ok',
    title: 'Office answers silently',
    source: 'GetToken gives a token.',
    expected: 'Signed in without a window.',
    code: null,
    recovers: true,
    scenario: { ...noSso, nestedAppAuth: true },
  },
  {
    id: 'nested-unavailable',
    title: 'Office says that it cannot after all',
    source: 'NESTED_APP_AUTH_UNAVAILABLE although the requirement set is there.',
    expected: 'Goes on to the dialog: Sign in opens it.',
    code: 'nested_unavailable',
    recovers: false,
    scenario: { ...noSso, nestedAppAuth: false, requirementSets: supported },
  },
  {
    id: 'nested-hang',
    title: 'Office never answers',
    source: 'The bridge is silent; MSAL.js would wait for ever.',
    expected: 'Ends the wait at its limit, goes on to the dialog: Sign in opens it.',
    code: 'nested_timeout',
    recovers: false,
    scenario: { ...noSso, nestedAppAuth: 'hang' },
  },
  {
    id: 'nested-interaction',
    title: 'Office needs the user',
    source: 'USER_INTERACTION_REQUIRED, then a prompt of Office.',
    expected: 'Stands there signed out; Sign in shows the prompt, then all is there.',
    code: 'nested_interaction_required',
    recovers: false,
    scenario: { ...noSso, nestedAppAuth: 'interaction' },
  },
  {
    id: 'nested-cancel',
    title: 'The user cancels the prompt of Office',
    source: 'USER_CANCEL.',
    expected: 'Stands there signed out, opens nothing by itself.',
    code: 'nested_cancelled',
    recovers: false,
    scenario: { ...noSso, nestedAppAuth: 'interaction', signIn: ['cancel'] },
  },
  {
    id: 'nested-fails',
    title: 'The prompt of Office fails',
    source: 'PERSISTENT_ERROR.',
    expected: 'Goes on to the dialog.',
    code: 'nested_failed',
    recovers: false,
    scenario: { ...noSso, nestedAppAuth: 'interaction', signIn: ['fail', 'ok'] },
  },
]);
