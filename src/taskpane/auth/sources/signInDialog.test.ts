import { beforeAll, describe, expect, it } from 'vitest';
import type { TokenRequest } from '../tokenRequest.ts';
import { signInDialog } from './signInDialog.ts';

const ORIGIN = 'https://addin.test';
const request: TokenRequest = { source: 'dialog', mode: 'interactive' };
const never = new AbortController().signal;

beforeAll(() => {
  const names = { AsyncResultStatus: { Succeeded: 'succeeded' }, EventType: {} };
  Object.assign(names.EventType, { DialogMessageReceived: 'message', DialogEventReceived: 'event' });
  Object.assign(globalThis, { Office: names });
});

type Handler = (event: { message: string; origin?: string } | { error: number }) => void;

/** Office's dialogs as far as the source needs them. */
function office(opening: number | 'opens' = 'opens') {
  const handlers: Record<string, Handler> = {};
  const opened: string[] = [];
  let closed = 0;
  const dialog = {
    addEventHandler: (type: string, handler: Handler) => (handlers[type] = handler),
    close() {
      closed += 1;
      if (closed > 1) throw { code: 12006 } as unknown as Error;
    },
  };
  const displayDialogAsync = (url: string, _options: unknown, done: (result: unknown) => void) => {
    opened.push(url);
    if (opening === 'opens') done({ status: 'succeeded', value: dialog });
    else done({ status: 'failed', error: { code: opening } });
  };
  return {
    fake: { context: { ui: { displayDialogAsync: displayDialogAsync as Office.UI['displayDialogAsync'] } } },
    opened,
    say: (message: object, origin?: string) =>
      handlers['message']?.({
        message: JSON.stringify(message),
        ...(origin === undefined ? {} : { origin }),
      }),
    end: (error: number) => handlers['event']?.({ error }),
    closed: () => closed,
  };
}

function source(host: ReturnType<typeof office>, timeLimitMs?: number) {
  let restored = 0;
  const made = signInDialog({
    office: host.fake,
    origin: ORIGIN,
    language: () => 'pt-BR',
    restorePane: () => (restored += 1),
    ...(timeLimitMs === undefined ? {} : { timeLimitMs }),
  });
  return { made, restored: () => restored };
}

describe('the sign-in dialog', () => {
  it('opens the page in the click itself, in the language of the pane, and takes the token from its own origin only', async () => {
    const host = office();
    const getting = source(host).made.getToken({ ...request, claims: '{"a":1}' }, never);
    expect(host.opened).toEqual([`${ORIGIN}/dialog.html?claims=%7B%22a%22%3A1%7D&lang=pt-BR`]);
    host.say({ ok: true, token: 'stolen' }, 'https://attacker.test');
    host.say({ something: 'else' }, ORIGIN);
    host.say({ ok: true, token: 'good' }, ORIGIN);
    expect(await getting).toEqual({ value: 'good', expiresAt: 0, owner: null });
    expect(host.closed()).toBe(1);
  });

  it.each([
    [12004, 'dialog_12004'],
    [12005, 'dialog_12005'],
    [12007, 'dialog_12007'],
    [12009, 'dialog_12009'],
    [12011, 'dialog_12011'],
    [13999, 'dialog_unknown'],
  ])('opening code %i is %s', async (number, code) => {
    const { made, restored } = source(office(number));
    await expect(made.getToken(request, never)).rejects.toMatchObject({ code });
    expect(restored()).toBe(number === 12011 ? 1 : 0);
  });

  it.each([
    [12002, 'dialog_12002'],
    [12003, 'dialog_12003'],
    [12006, 'dialog_12006'],
  ])('event %i is %s', async (number, code) => {
    const host = office();
    const getting = source(host).made.getToken(request, never);
    host.end(number);
    await expect(getting).rejects.toMatchObject({ code });
  });

  it('a failed sign-in reaches the pane as its problem', async () => {
    const host = office();
    const getting = source(host).made.getToken(request, never);
    host.say({ ok: false, code: 'consent_declined', detail: 'AADSTS65004' }, ORIGIN);
    await expect(getting).rejects.toMatchObject({
      code: 'consent_declined',
      facts: { detail: 'AADSTS65004' },
    });
  });

  it('is closed when it is cancelled or forgotten', async () => {
    const host = office();
    await expect(source(host, 5).made.getToken(request, never)).rejects.toMatchObject({
      code: 'dialog_timeout',
    });
    const cancel = new AbortController();
    const second = office();
    const getting = source(second).made.getToken(request, cancel.signal);
    cancel.abort();
    await expect(getting).rejects.toMatchObject({ name: 'AbortError' });
    expect([host.closed(), second.closed()]).toEqual([1, 1]);
  });
});
