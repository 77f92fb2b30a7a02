import { expect, it } from 'vitest';
import { dialogStrings } from './strings.ts';
import { signInProblem, type MsalError } from './signInProblem.ts';

it.each([
  [{ errorCode: 'access_denied', subError: 'cancel' }, 'dialog_cancelled'],
  [{ errorCode: 'access_denied', errorMessage: 'AADSTS65004: declined' }, 'consent_declined'],
  [{ errorCode: 'access_denied', errorNo: '65004' }, 'consent_declined'],
  [{ errorCode: 'invalid_grant', errorNo: 53003 }, 'policy_blocked'],
  [{ errorCode: 'access_denied', errorMessage: 'AADSTS90094: admin' }, 'admin_consent_required'],
  [{ errorCode: 'timed_out' }, 'dialog_timeout'],
  [{ errorCode: 'post_request_failed' }, 'network_unreachable'],
  [{ errorCode: 'state_mismatch' }, 'dialog_failed'],
  [{}, 'dialog_failed'],
])('maps %j to %s', (error, code) => expect(signInProblem(error as MsalError).code).toBe(code));

it("leaves MSAL's message out of the detail", () => {
  const { detail } = signInProblem({ errorCode: 'access_denied', errorMessage: 'AADSTS65004: Zoe declined' });
  expect(detail).toBe('MSAL.js: access_denied, AADSTS65004.');
});

it.each([
  ['ar-SA', 'ar', 'rtl'],
  ['pt-PT', 'pt-BR', 'ltr'],
  ['de', 'de', 'ltr'],
  ['eo', 'en', 'ltr'],
  ['', 'en', 'ltr'],
])('shows a dialog for %s in %s, %s', (locale, language, dir) =>
  expect(dialogStrings(locale)).toMatchObject({ language, dir }),
);
