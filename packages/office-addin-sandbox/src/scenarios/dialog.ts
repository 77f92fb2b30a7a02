import { inGroup, type ScenarioRow } from './namedScenario.ts';

/** Office gives no token, so that Sign in leads to the dialog. */
const noSso = { getAccessToken: [13005] };

const MISCONFIGURED = 'Says that the add-in is misconfigured; opens nothing.';

/** Office refuses to open the dialog. */
function refuses(number: number, code: string, title: string, source: string): ScenarioRow {
  return {
    id: `dialog-${number}`,
    title: `${number}: ${title}`,
    source,
    expected: 'Says that the sign-in failed; Sign in tries again.',
    code,
    recovers: false,
    scenario: { ...noSso, dialog: [number] },
  };
}

/** The dialog opens, then Office reports this event. The provider's pages wait, so that they are not faster. */
function ends(number: number, code: string, title: string, source: string): ScenarioRow {
  return {
    ...refuses(number, code, title, source),
    scenario: { ...noSso, interactive: true, dialog: [{ event: number }] },
  };
}

/** The sign-in dialog and what a person does in it. All begin on the signed-out page; Sign in starts them. */
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
    source: "The browser's settings keep the window from opening.",
    expected: 'Says how to allow it; Sign in tries again.',
    code: 'dialog_12011',
    recovers: false,
    scenario: { ...noSso, popups: 'block' },
  },
  {
    id: 'dialog-click',
    title: 'The browser opens windows only on a click',
    source: 'The default of browsers: the dialog cannot open the sign-in window without a click.',
    expected:
      'The dialog says why it needs a click; Sign in there opens the window, and the pane shows the files.',
    code: null,
    recovers: false,
    scenario: { ...noSso, popups: 'click' },
  },
  {
    id: 'dialog-ignored',
    title: '12009: the user pressed Ignore',
    source: "Office's own question before the window.",
    expected: 'Says that the window is needed; Sign in tries again.',
    code: 'dialog_12009',
    recovers: false,
    scenario: { ...noSso, popups: 'ignore' },
  },
  {
    id: 'dialog-closed',
    title: '12006: close the sign-in window yourself',
    source: "The provider's pages wait for a click, so that the window can be closed first.",
    expected: 'Says that the sign-in was not finished; Sign in tries again.',
    code: 'dialog_12006',
    recovers: false,
    scenario: { ...noSso, interactive: true },
  },
  {
    id: 'dialog-cancel',
    title: 'Cancel on the sign-in page',
    source: 'access_denied with the subcode cancel.',
    expected: 'Shows the signed-out page and opens nothing.',
    code: 'dialog_cancelled',
    recovers: false,
    scenario: { ...noSso, signIn: ['cancel'] },
  },
  {
    id: 'dialog-decline',
    title: 'Decline on the consent page',
    source: 'access_denied, AADSTS65004.',
    expected: 'Shows the signed-out page and opens nothing.',
    code: 'consent_declined',
    recovers: false,
    scenario: { ...noSso, signIn: ['decline'] },
  },
  {
    id: 'dialog-consent',
    title: 'Accept on the consent page',
    source: 'The first sign-in of a user.',
    expected: 'The dialog closes, and the pane shows the files.',
    code: null,
    recovers: false,
    scenario: { ...noSso, signIn: ['consent'] },
  },
  {
    id: 'dialog-mfa',
    title: 'Second factor in the dialog',
    source: "The organization's policy.",
    expected: 'The dialog closes, and the pane shows the files.',
    code: null,
    recovers: false,
    scenario: { ...noSso, signIn: ['mfa'] },
  },
  {
    id: 'dialog-wrong-account',
    title: 'Another account than the one Office knows',
    source: 'Consent is missing for Adele; in the dialog Alex signs in.',
    expected: 'Says that another person is signed in; nothing is mixed up.',
    code: 'account_changed',
    recovers: false,
    scenario: { obo: [{ aadsts: 65001 }, 'ok'], signIn: ['wrong-account'] },
  },
  {
    id: 'dialog-fails',
    title: 'The sign-in fails at the provider',
    source: 'server_error, AADSTS90033.',
    expected: 'Says that the sign-in failed; Sign in tries again.',
    code: 'dialog_failed',
    recovers: false,
    scenario: { ...noSso, signIn: ['fail'] },
  },
  {
    id: 'dialog-without-coop',
    title: 'Sign-in in the dialog, provider without COOP',
    source: 'An identity provider that sends no Cross-Origin-Opener-Policy.',
    expected: 'The dialog closes, and the pane shows the files.',
    code: null,
    recovers: false,
    scenario: { ...noSso, coop: false },
  },
  ends(12002, 'dialog_12002', 'the sign-in page cannot be loaded', 'dialog.html is missing.'),
  ends(12003, 'dialog_12003', 'the sign-in page is not HTTPS', 'Navigation to an http address.'),
  {
    ...refuses(12004, 'dialog_12004', 'the address is not trusted', 'The domain is not in AppDomains.'),
    expected: MISCONFIGURED,
  },
  {
    ...refuses(12005, 'dialog_12005', 'the address is http', 'ADDIN_ORIGIN without HTTPS.'),
    expected: MISCONFIGURED,
  },
  {
    ...refuses(12007, 'dialog_12007', 'another dialog is open', 'Every attempt finds a dialog open.'),
    expected:
      'Waits a second and tries once more, then says that a sign-in window is open; Sign in tries again.',
  },
  {
    id: 'dialog-12007-once',
    title: '12007: the last dialog is still closing',
    source: 'Closing takes a moment in Office.',
    expected: 'Waits a second, opens the dialog, then shows the files.',
    code: null,
    recovers: false,
    scenario: { ...noSso, dialog: [12007, 'ok'] },
  },
  refuses(12999, 'dialog_unknown', 'a number without documentation', 'Not in any table.'),
  {
    id: 'dialog-timeout',
    title: 'The sign-in window is forgotten',
    source: 'Nobody finishes; the limit of ten minutes passes in three seconds here.',
    expected: 'The dialog closes; says that the sign-in was not finished; Sign in tries again.',
    code: 'dialog_timeout',
    recovers: false,
    scenario: { ...noSso, interactive: true, longWaitsMs: 3000 },
  },
  {
    id: 'dialog-never-opens',
    title: 'Office never opens the dialog',
    source: 'displayDialogAsync does not call back; the limit of ten minutes passes in three seconds here.',
    expected: 'Says that the sign-in was not finished; Sign in tries again.',
    code: 'dialog_timeout',
    recovers: false,
    scenario: { ...noSso, dialog: ['hang'], longWaitsMs: 3000 },
  },
]);
