import { inGroup, type ScenarioRow } from './namedScenario.ts';

/** Office returns no token, so Sign in opens the dialog. */
const noSso = { getAccessToken: [13005] };

const MISCONFIGURED = 'Shows that the add-in is misconfigured; opens no window.';

/** displayDialogAsync fails with this error. */
function failsToOpen(number: number, code: string, title: string, source: string): ScenarioRow {
  return {
    id: `dialog-${number}`,
    title: `${number}: ${title}`,
    source,
    expected: 'Shows that sign-in failed; Sign in tries again.',
    code,
    recovers: false,
    scenario: { ...noSso, dialog: [number] },
  };
}

/** The dialog opens, then Office reports this event. The provider's pages wait for a click, so the event comes first. */
function closesWithEvent(number: number, code: string, title: string, source: string): ScenarioRow {
  return {
    ...failsToOpen(number, code, title, source),
    scenario: { ...noSso, interactive: true, dialog: [{ event: number }] },
  };
}

/** The sign-in dialog and the user's actions in it. Each starts on the signed-out page with Sign in. */
export const dialogScenarios = inGroup('dialog', [
  {
    id: 'dialog-ok',
    title: 'Sign-in in the dialog',
    source: 'The identity provider sends Cross-Origin-Opener-Policy.',
    expected: 'The dialog closes, and the pane shows the files.',
    code: null,
    recovers: false,
    scenario: noSso,
  },
  {
    id: 'dialog-popups-blocked',
    title: '12011: pop-ups are blocked',
    source: "The browser's settings prevent the window from opening.",
    expected: 'Explains how to allow pop-ups; Sign in tries again.',
    code: 'dialog_12011',
    recovers: false,
    scenario: { ...noSso, popups: 'block' },
  },
  {
    id: 'dialog-click',
    title: 'The browser opens windows only on a click',
    source: "Default in browsers: the dialog can't open the sign-in window without a click.",
    expected:
      'The dialog explains why it needs a click; its Sign in button opens the window. Then the pane shows the files.',
    code: null,
    recovers: false,
    scenario: { ...noSso, popups: 'click' },
  },
  {
    id: 'dialog-ignored',
    title: '12009: the user chooses Ignore',
    source: 'Office asks before it opens the window.',
    expected: 'Explains that the window is needed; Sign in tries again.',
    code: 'dialog_12009',
    recovers: false,
    scenario: { ...noSso, popups: 'ignore' },
  },
  {
    id: 'dialog-closed',
    title: '12006: the user closes the sign-in window',
    source: 'The sign-in page waits for a click: close the window yourself.',
    expected: "Shows that sign-in wasn't finished; Sign in tries again.",
    code: 'dialog_12006',
    recovers: false,
    scenario: { ...noSso, interactive: true },
  },
  {
    id: 'dialog-cancel',
    title: 'Cancel on the sign-in page',
    source: 'access_denied with the subcode cancel.',
    expected: 'Shows the signed-out page; opens no other window.',
    code: 'dialog_cancelled',
    recovers: false,
    scenario: { ...noSso, signIn: ['cancel'] },
  },
  {
    id: 'dialog-decline',
    title: 'Decline on the consent page',
    source: 'access_denied, AADSTS65004.',
    expected: 'Shows the signed-out page; opens no other window.',
    code: 'consent_declined',
    recovers: false,
    scenario: { ...noSso, signIn: ['decline'] },
  },
  {
    id: 'dialog-consent',
    title: 'Accept on the consent page',
    source: "The user's first sign-in.",
    expected: 'The dialog closes, and the pane shows the files.',
    code: null,
    recovers: false,
    scenario: { ...noSso, signIn: ['consent'] },
  },
  {
    id: 'dialog-mfa',
    title: 'Multifactor authentication in the dialog',
    source: "Required by the organization's policy.",
    expected: 'The dialog closes, and the pane shows the files.',
    code: null,
    recovers: false,
    scenario: { ...noSso, signIn: ['mfa'] },
  },
  {
    id: 'dialog-wrong-account',
    title: 'The user signs in with a different account than in Office',
    source: 'Consent is missing for Adele; Alex signs in in the dialog.',
    expected: 'Shows that a different user is signed in; never mixes the data of both.',
    code: 'account_changed',
    recovers: false,
    scenario: { obo: [{ aadsts: 65001 }, 'ok'], signIn: ['wrong-account'] },
  },
  {
    id: 'dialog-fails',
    title: 'The identity provider reports an error',
    source: 'server_error, AADSTS90033.',
    expected: 'Shows that sign-in failed; Sign in tries again.',
    code: 'dialog_failed',
    recovers: false,
    scenario: { ...noSso, signIn: ['fail'] },
  },
  {
    id: 'dialog-without-coop',
    title: 'Sign-in in the dialog, without COOP',
    source: "The identity provider doesn't send Cross-Origin-Opener-Policy.",
    expected: 'The dialog closes, and the pane shows the files.',
    code: null,
    recovers: false,
    scenario: { ...noSso, coop: false },
  },
  closesWithEvent(12002, 'dialog_12002', "the sign-in page can't be loaded", 'dialog.html is missing.'),
  closesWithEvent(12003, 'dialog_12003', "the sign-in page isn't HTTPS", 'Navigation to an http address.'),
  {
    ...failsToOpen(12004, 'dialog_12004', "the domain isn't trusted", "The domain isn't in AppDomains."),
    expected: MISCONFIGURED,
  },
  {
    ...failsToOpen(12005, 'dialog_12005', 'the address is http', 'ADDIN_ORIGIN without HTTPS.'),
    expected: MISCONFIGURED,
  },
  {
    ...failsToOpen(12007, 'dialog_12007', 'another dialog is open', 'Every attempt finds a dialog open.'),
    expected:
      'Waits a second and tries once more, then shows that a sign-in window is open; Sign in tries again.',
  },
  {
    id: 'dialog-12007-once',
    title: '12007: the previous dialog is still closing',
    source: 'Office takes a moment to close a dialog.',
    expected: 'Waits a second, opens the dialog, then shows the files.',
    code: null,
    recovers: false,
    scenario: { ...noSso, dialog: [12007, 'ok'] },
  },
  failsToOpen(12999, 'dialog_unknown', 'an undocumented code', 'Not in the documentation.'),
  {
    id: 'dialog-timeout',
    title: 'The user forgets the sign-in window',
    source: "Sign-in isn't finished; the time limit of ten minutes is shortened to three seconds here.",
    expected: "The dialog closes; shows that sign-in wasn't finished; Sign in tries again.",
    code: 'dialog_timeout',
    recovers: false,
    scenario: { ...noSso, interactive: true, longWaitsMs: 3000 },
  },
  {
    id: 'dialog-never-opens',
    title: 'Office never opens the dialog',
    source:
      'displayDialogAsync never calls back; the time limit of ten minutes is shortened to three seconds here.',
    expected: "Shows that sign-in wasn't finished; Sign in tries again.",
    code: 'dialog_timeout',
    recovers: false,
    scenario: { ...noSso, dialog: ['hang'], longWaitsMs: 3000 },
  },
]);
