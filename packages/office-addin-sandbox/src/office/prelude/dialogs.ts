import type { DialogAnswer } from '../../scenario.ts';
import type { Pane } from './pane.ts';
import { clickIgnore } from './popups.ts';

/** office.js: the operation isn't supported. */
const NOT_SUPPORTED = 5000;

type Callback = (result: DialogResult) => void;
type Display = (url: string, ...rest: unknown[]) => void;
type EventHandler = (event: { readonly error?: number }) => void;

interface Dialog {
  addEventHandler(type: string, handler: EventHandler): void;
}

interface DialogResult {
  readonly status: string;
  readonly error?: { readonly code: number };
  readonly value?: Dialog;
}

/**
 * Reports every dialog to the host page, and applies the scenario's answers. office.js defines displayDialogAsync as
 * read-only with Object.defineProperty, so it can be wrapped only at that moment.
 */
export function reportDialogs(pane: Pane): void {
  const define = Object.defineProperty;
  Object.defineProperty = function <T>(
    target: T,
    key: PropertyKey,
    descriptor: PropertyDescriptor & ThisType<unknown>,
  ): T {
    if (key !== 'displayDialogAsync' || typeof descriptor.value !== 'function') {
      return define(target, key, descriptor);
    }
    Object.defineProperty = define;
    const display = descriptor.value as Display;
    return define(target, key, { ...descriptor, value: withReporting(pane, display) });
  };
}

function withReporting(pane: Pane, display: Display): Display {
  return function (this: unknown, url, ...rest) {
    pane.post({ sandbox: 'dialog', url, code: null });
    const callback = rest.find((value): value is Callback => typeof value === 'function');
    const report = (code: number | null) => pane.post({ sandbox: 'dialog', url, code });
    const givenOptions = rest.find((value) => typeof value === 'object' && value !== null) ?? {};
    if (!pane.config.dialogs) {
      report(NOT_SUPPORTED);
      callback?.({ status: 'failed', error: { code: NOT_SUPPORTED } });
      return;
    }
    const isIgnored = pane.config.popups === 'ignore';
    // Add-ins usually skip office.js's prompt, but the user can choose Ignore only there.
    const options = isIgnored ? { ...givenOptions, promptBeforeOpen: true } : givenOptions;
    const applyAnswer = (answer: DialogAnswer) => {
      if (answer === 'hang') return;
      if (typeof answer === 'number') {
        report(answer);
        callback?.({ status: 'failed', error: { code: answer } });
        return;
      }
      const wrap =
        typeof answer === 'object' ? withScriptedEvent(answer, report) : (result: DialogResult) => result;
      display.call(this, url, options, (result: DialogResult) => {
        report(result.error?.code ?? 0);
        callback?.(wrap(result));
        // Registers after the add-in's own handlers: office.js delivers queued events to the first handler.
        setTimeout(() => {
          result.value?.addEventHandler('dialogEventReceived', ({ error }) => report(error ?? null));
        }, 0);
      });
      if (isIgnored) clickIgnore();
    };
    // Doesn't wait unless scripted, because the window must open during the click.
    if (pane.config.scripted.includes('dialog')) {
      void pane.ask('dialog', url).then((answer) => applyAnswer(answer as DialogAnswer));
    } else applyAnswer('ok');
  };
}

/** Sends the event to the add-in's handlers `afterMs` after the dialog has opened. */
function withScriptedEvent(
  { event, afterMs }: { readonly event: number; readonly afterMs: number },
  report: (code: number) => void,
): (result: DialogResult) => DialogResult {
  return (result) => {
    const { value } = result;
    if (!value) return result;
    const handlers: EventHandler[] = [];
    setTimeout(() => {
      report(event);
      for (const handler of handlers) handler({ error: event });
    }, afterMs);
    const wrapped = Object.create(value, {
      addEventHandler: {
        value(type: string, handler: EventHandler) {
          if (type === 'dialogEventReceived') handlers.push(handler);
          value.addEventHandler(type, handler);
        },
      },
    }) as Dialog;
    return { ...result, value: wrapped };
  };
}
