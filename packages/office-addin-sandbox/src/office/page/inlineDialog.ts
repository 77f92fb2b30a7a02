import { Channel } from './channel.ts';
import { make } from './dom.ts';
import { frameEndpoint } from './endpoint.ts';
import { actionType, asObject, parseObject, type Request } from './envelope.ts';
import { frameName, hostInfo, newFrameIdentity, withHostInfo, type FrameIdentity } from './hostInfo.ts';
import type { Application } from './applications.ts';

export interface InlineDialogOptions {
  readonly app: Application;
  readonly locale: string;
  readonly pane: FrameIdentity;
  readonly allowedOrigins: readonly string[];
  readonly context: () => unknown;
  /** Sends `dialogMessageReceived` to the pane. */
  readonly sendToPane: (data: unknown) => void;
}

/** Numbers that office.js passes to the add-in. */
const dialogError = { none: 0, notAllowed: 12004, alreadyOpen: 12007 } as const;
const dialogEvent = { message: 0, parentMessage: 1, closed: 12006 } as const;

/** Dialogs with `displayInIframe`, for which the host creates the frame and relays the messages. */
export class InlineDialogs {
  #open: { holder: HTMLElement; channel: Channel } | undefined;

  /**
   * Returns an error number, or 0.
   * @param request the registration for `dialogMessageReceived`
   */
  open(request: Request, options: InlineDialogOptions): number {
    if (this.#open) return dialogError.alreadyOpen;
    const target = asObject(request.data)?.['targetId'];
    const wanted = typeof target === 'string' ? parseObject(target) : undefined;
    const url = wanted?.['url'];
    if (typeof url !== 'string' || !URL.canParse(url)) return dialogError.notAllowed;
    const { origin } = new URL(url);
    if (!options.allowedOrigins.includes(origin)) return dialogError.notAllowed;

    const identity = newFrameIdentity(options.pane.instanceId);
    const info = hostInfo(options.app, options.locale, identity, { kind: 'dialog' });
    const frame = make('iframe', { title: 'Dialog of the add-in', 'data-testid': 'dialog-frame' });
    const channel = new Channel(
      { endpoint: frameEndpoint(frame, origin), conversationId: identity.conversationId },
      (inner) => answer(inner, origin, options),
    );
    const close = make('button', { type: 'button', 'data-testid': 'dialog-close' }, 'Close');
    close.addEventListener('click', () => {
      this.close();
      options.sendToPane({ messageType: dialogEvent.closed });
    });
    const holder = make(
      'div',
      { class: 'inline-dialog', role: 'dialog', 'aria-label': 'Dialog of the add-in' },
      close,
      frame,
    );
    holder.style.width = percentage(wanted?.['width']);
    holder.style.height = percentage(wanted?.['height']);
    frame.name = frameName(info, identity, location.href);
    frame.src = withHostInfo(url, info);
    document.body.append(holder);
    this.#open = { holder, channel };
    return dialogError.none;
  }

  /** Handles `messageChild`. */
  sendToDialog(messageContent: unknown, messageOrigin: string): void {
    this.#open?.channel.sendEvent('dialogParentMessageReceived', {
      messageType: dialogEvent.parentMessage,
      messageContent,
      messageOrigin,
    });
  }

  close(): void {
    this.#open?.channel.close();
    this.#open?.holder.remove();
    this.#open = undefined;
  }
}

function answer(request: Request, origin: string, options: InlineDialogOptions): unknown {
  if (request.actionType !== actionType.invoke) return { Version: 1, Error: 0 };
  if (request.actionName === 'ContextActivationManager_getAppContextAsync') return options.context();
  if (request.actionName === 'getActivationCompletedStatus') return true;
  const call = asObject(request.data);
  if (request.actionName !== 'executeMethod') return null;
  if (asObject(call?.['DdaMethod'])?.['DispatchId'] === 144) {
    options.sendToPane({
      messageType: dialogEvent.message,
      messageContent: call?.['messageToParent'],
      messageOrigin: origin,
    });
  }
  return { Version: 1, Error: 0 };
}

/** Percentage of the window that the add-in requests. Default: 80. */
const percentage = (value: unknown) =>
  `${typeof value === 'number' && value > 0 && value <= 100 ? value : 80}%`;
