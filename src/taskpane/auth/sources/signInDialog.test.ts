import { beforeAll, describe, expect, it } from 'vitest';
import type { TokenRequest } from '../token.ts';
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

/** A fake of Office's dialog API. */
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
    send: (message: object, origin?: string) =>
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
  it('opens the page synchronously in the language of the pane and accepts only messages from that origin', async () => {
    const host = office();
    const getting = source(host).made.getToken({ ...request, claims: '{"a":1}' }, never);
    expect(host.opened).toEqual([`${ORIGIN}/dialog.html?claims=%7B%22a%22%3A1%7D&lang=pt-BR`]);
    host.send({ ok: true, token: 'stolen' }, 'https://attacker.test');
    host.send({ something: 'else' }, ORIGIN);
    host.send({ ok: true, token: 'good' }, ORIGIN);
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
  ])('rejects with the problem of opening error %i: %s', async (number, code) => {
    const { made, restored } = source(office(number));
    await expect(made.getToken(request, never)).rejects.toMatchObject({ code });
    expect(restored()).toBe(number === 12011 ? 1 : 0);
  });

  it.each([
    [12002, 'dialog_12002'],
    [12003, 'dialog_12003'],
    [12006, 'dialog_12006'],
  ])('rejects with the problem of dialog event %i: %s', async (number, code) => {
    const host = office();
    const getting = source(host).made.getToken(request, never);
    host.end(number);
    await expect(getting).rejects.toMatchObject({ code });
  });

  it('rejects with the problem that the dialog reports', async () => {
    const host = office();
    const getting = source(host).made.getToken(request, never);
    host.send({ ok: false, code: 'consent_declined', detail: 'AADSTS65004' }, ORIGIN);
    await expect(getting).rejects.toMatchObject({
      code: 'consent_declined',
      facts: { detail: 'AADSTS65004' },
    });
  });

  it('closes the dialog after a cancel or the time limit', async () => {
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
