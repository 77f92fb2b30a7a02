import { describe, expect, it } from 'vitest';
import type { DialogMessage } from '../contract/signIn.ts';
import { isAuthorizationResponse, type MsalError, signInProblem, startPopupSignIn } from './signIn.ts';
import { dialogStrings } from './strings.ts';

it.each([
  ['#code=a&state=b', '', true],
  ['#error=access_denied&state=b', '', true],
  ['', '?code=a&state=b', true],
  ['', '?claims=%7B%7D&choose=1', false],
  ['#', '?_host_Info=Word$Win32', false],
  ['', '', false],
])('recognizes an authorization response in hash %j and query %j: %s', (hash, search, expected) =>
  expect(isAuthorizationResponse({ hash, search })).toBe(expected),
);

const strings = dialogStrings('en');
const refused = (errorCode: string) => Promise.reject(Object.assign(new Error(), { errorCode }));
const settled = () => new Promise((resolve) => setTimeout(resolve));

/** Starts the sign-in; each attempt gets the next answer. */
function startWith(...answers: (() => Promise<{ accessToken: string }>)[]) {
  const statuses: string[] = [];
  const sent: DialogMessage[] = [];
  const buttons: (boolean | null)[] = [];
  let attempts = 0;
  const click = startPopupSignIn({
    strings,
    view: {
      showStatus: (text) => statuses.push(text),
      showButtons: (needsClick) => buttons.push(needsClick),
      hideButtons: () => buttons.push(null),
    },
    signIn: () => {
      const answer = answers[attempts++];
      if (!answer) throw new Error('There was one attempt too many.');
      return answer();
    },
    send: (message) => sent.push(message),
  });
  return { click, statuses, sent, buttons, attempts: () => attempts };
}

const token = () => Promise.resolve({ accessToken: 't' });

describe('startPopupSignIn', () => {
  it('opens the sign-in window without a click where the browser allows it', async () => {
    const { sent, statuses, attempts } = startWith(token);
    expect(attempts()).toBe(1);
    await settled();
    expect(sent).toEqual([{ ok: true, token: 't' }]);
    expect(statuses).not.toContain(strings.clickNeeded);
  });

  it.each(['popup_window_error', 'empty_window_error'])(
    'explains why it needs a click after %s',
    async (code) => {
      const { click, sent, statuses, buttons } = startWith(() => refused(code), token);
      await settled();
      expect(statuses.at(-1)).toBe(strings.clickNeeded);
      expect(buttons.at(-1)).toBe(true);
      expect(sent).toEqual([]);
      click();
      await settled();
      expect(sent).toEqual([{ ok: true, token: 't' }]);
    },
  );

  it('explains how to allow pop-ups when the browser also blocks a click', async () => {
    const { click, statuses, sent, buttons } = startWith(
      () => refused('popup_window_error'),
      () => refused('popup_window_error'),
    );
    await settled();
    click();
    await settled();
    expect(statuses.at(-1)).toBe(strings.allowPopups);
    expect(buttons.at(-1)).toBe(true);
    expect(sent).toEqual([]);
  });

  it('keeps the button, so that a click replaces a window that was closed', async () => {
    let cancelFirst: (reason: Error) => void = () => undefined;
    const { click, sent, buttons } = startWith(
      () => new Promise((_, reject) => (cancelFirst = reject)),
      token,
    );
    expect(buttons).toEqual([false]);
    click();
    cancelFirst(Object.assign(new Error(), { errorCode: 'interaction_in_progress_cancelled' }));
    await settled();
    expect(sent).toEqual([{ ok: true, token: 't' }]);
  });

  it.each([
    [() => refused('access_denied'), 'dialog_cancelled'],
    [() => refused('timed_out'), 'dialog_timeout'],
    [() => Promise.reject(new TypeError('a defect')), 'dialog_failed'],
    // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- a library can reject with anything
    [() => Promise.reject(undefined), 'dialog_failed'],
  ])('sends every other failure to the pane (%#)', async (answer, code) => {
    const { sent } = startWith(answer);
    await settled();
    expect(sent).toMatchObject([{ ok: false, code }]);
  });
});

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

describe('dialogStrings', () => {
  it.each([
    ['ar-SA', 'ar', 'rtl'],
    ['pt-PT', 'pt-BR', 'ltr'],
    ['de', 'de', 'ltr'],
    ['eo', 'en', 'ltr'],
    ['', 'en', 'ltr'],
  ])('shows a dialog for %s in %s, %s', (locale, language, dir) =>
    expect(dialogStrings(locale)).toMatchObject({ language, dir }),
  );
});
