import type { DialogAnswer } from '../../scenario.ts';
import type { Pane } from './pane.ts';
import { pressIgnore } from './popups.ts';

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
 * Tells the host page of every dialog: asked for, opened or refused, ended; and lets a scenario refuse or end it.
 * office.js defines displayDialogAsync once, unchangeably, by Object.defineProperty; that moment is the only one at
 * which it can be wrapped.
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
    return define(target, key, { ...descriptor, value: reporting(pane, display) });
  };
}

function reporting(pane: Pane, display: Display): Display {
  return function (this: unknown, url, ...rest) {
    pane.tell({ sandbox: 'dialog', url, code: null });
    const callback = rest.find((value): value is Callback => typeof value === 'function');
    const given = rest.find((value) => typeof value === 'object' && value !== null) ?? {};
    const ignored = pane.facts.popups === 'ignore';
    // The product opens its dialog without the panel; only with it can a user press Ignore.
    const options = ignored ? { ...given, promptBeforeOpen: true } : given;
    const tell = (code: number | null) => pane.tell({ sandbox: 'dialog', url, code });
    const carryOut = (answer: DialogAnswer) => {
      if (answer === 'hang') return;
      if (typeof answer === 'number') {
        tell(answer);
        callback?.({ status: 'failed', error: { code: answer } });
        return;
      }
      const end = typeof answer === 'object' ? endedBy(answer, tell) : (result: DialogResult) => result;
      display.call(this, url, options, (result: DialogResult) => {
        tell(result.error?.code ?? 0);
        callback?.(end(result));
        // After the add-in's own handlers: office.js hands waiting events to whoever comes first.
        setTimeout(() => {
          result.value?.addEventHandler('dialogEventReceived', ({ error }) => tell(error ?? null));
        }, 0);
      });
      if (ignored) pressIgnore();
    };
    // Usually nothing is awaited: a window has to be opened in the click itself.
    if (pane.facts.scripted.includes('dialog')) {
      void pane.ask('dialog', url).then((answer) => carryOut(answer as DialogAnswer));
    } else carryOut('ok');
  };
}

/** Sends the event to the add-in's handlers a while after the dialog has opened. */
function endedBy(
  { event, afterMs }: { readonly event: number; readonly afterMs: number },
  tell: (code: number) => void,
): (result: DialogResult) => DialogResult {
  return (result) => {
    const { value } = result;
    if (!value) return result;
    const handlers: EventHandler[] = [];
    setTimeout(() => {
      tell(event);
      for (const handler of handlers) handler({ error: event });
    }, afterMs);
    const watched = Object.create(value, {
      addEventHandler: {
        value(type: string, handler: EventHandler) {
          if (type === 'dialogEventReceived') handlers.push(handler);
          value.addEventHandler(type, handler);
        },
      },
    }) as Dialog;
    return { ...result, value: watched };
  };
}
