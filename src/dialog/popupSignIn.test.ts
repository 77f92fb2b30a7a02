import { describe, expect, it } from 'vitest';
import type { DialogMessage } from '../contract/dialogMessage.ts';
import { startPopupSignIn } from './popupSignIn.ts';
import { dialogStrings } from './strings.ts';

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
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a library can reject with anything
    [() => Promise.reject(undefined), 'dialog_failed'],
  ])('sends every other failure to the pane (%#)', async (answer, code) => {
    const { sent } = startWith(answer);
    await settled();
    expect(sent).toMatchObject([{ ok: false, code }]);
  });
});
