import { describe, expect, it } from 'vitest';
import type { DialogMessage } from '../contract/dialogMessage.ts';
import { startPopupSignIn } from './popupSignIn.ts';
import { dialogStrings } from './strings.ts';

const strings = dialogStrings('en');
const refused = (errorCode: string) => Promise.reject(Object.assign(new Error(), { errorCode }));
const settled = () => new Promise((resolve) => setTimeout(resolve));

/** Each attempt meets the next answer. */
function world(...answers: (() => Promise<{ accessToken: string }>)[]) {
  const said: string[] = [];
  const sent: DialogMessage[] = [];
  const buttons: (boolean | null)[] = [];
  let attempts = 0;
  const click = startPopupSignIn({
    strings,
    view: {
      say: (text) => said.push(text),
      showButtons: (attention) => buttons.push(attention),
      hideButtons: () => buttons.push(null),
    },
    signIn: () => {
      const answer = answers[attempts++];
      if (!answer) throw new Error('One attempt too many.');
      return answer();
    },
    send: (message) => sent.push(message),
  });
  return { click, said, sent, buttons, attempts: () => attempts };
}

const token = () => Promise.resolve({ accessToken: 't' });

describe('startPopupSignIn', () => {
  it('opens the sign-in window without a click where the browser allows it', async () => {
    const { sent, said, attempts } = world(token);
    expect(attempts()).toBe(1);
    await settled();
    expect(sent).toEqual([{ ok: true, token: 't' }]);
    expect(said).not.toContain(strings.clickNeeded);
  });

  it.each(['popup_window_error', 'empty_window_error'])(
    'says why it needs a click after %s',
    async (code) => {
      const { click, sent, said, buttons } = world(() => refused(code), token);
      await settled();
      expect(said.at(-1)).toBe(strings.clickNeeded);
      expect(buttons.at(-1)).toBe(true);
      expect(sent).toEqual([]);
      click();
      await settled();
      expect(sent).toEqual([{ ok: true, token: 't' }]);
    },
  );

  it('says how to allow the window when the browser blocks a click too', async () => {
    const { click, said, sent, buttons } = world(
      () => refused('popup_window_error'),
      () => refused('popup_window_error'),
    );
    await settled();
    click();
    await settled();
    expect(said.at(-1)).toBe(strings.allowPopups);
    expect(buttons.at(-1)).toBe(true);
    expect(sent).toEqual([]);
  });

  it('leaves the button for a window that was closed, and lets the later attempt win', async () => {
    let cancelFirst: (reason: Error) => void = () => undefined;
    const { click, sent, buttons } = world(() => new Promise((_, reject) => (cancelFirst = reject)), token);
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
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a library may throw anything
    [() => Promise.reject(undefined), 'dialog_failed'],
  ])('reports every other failure to the pane (%#)', async (answer, code) => {
    const { sent } = world(answer);
    await settled();
    expect(sent).toMatchObject([{ ok: false, code }]);
  });
});
