import type { Pane } from './pane.ts';
import { pressIgnore } from './popups.ts';

type Callback = (result: DialogResult) => void;
type Display = (url: string, ...rest: unknown[]) => void;

interface DialogResult {
  readonly status: string;
  readonly error?: { readonly code: number };
  readonly value?: {
    addEventHandler(type: string, handler: (event: { readonly error?: number }) => void): void;
  };
}

/**
 * Tells the host page of every dialog: asked for, opened or refused, ended. office.js defines displayDialogAsync
 * once, unchangeably, by Object.defineProperty; that moment is the only one at which it can be wrapped.
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
    const answered = (result: DialogResult) => {
      pane.tell({ sandbox: 'dialog', url, code: result.error?.code ?? 0 });
      callback?.(result);
      // After the add-in's own handlers: office.js hands waiting events to whoever comes first.
      setTimeout(() => {
        result.value?.addEventHandler('dialogEventReceived', ({ error }) => {
          pane.tell({ sandbox: 'dialog', url, code: error ?? null });
        });
      }, 0);
    };
    display.call(this, url, options, answered);
    if (ignored) pressIgnore();
  };
}
