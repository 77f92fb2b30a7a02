import {
  actionType,
  parseRequest,
  serializeNotification,
  serializeResponse,
  type Request,
} from './envelope.ts';

export interface ChannelOptions {
  /** Returns the add-in's window; null while the frame is not attached. */
  readonly target: () => Window | null;
  readonly targetOrigin: string;
  readonly conversationId: string;
}

/** Handles a request. The resolved value becomes the data of the response. */
export type Answer = (request: Request, channel: Channel) => unknown;

/**
 * A conversation with a frame. Accepts only messages from its window and origin with its conversation id, responds by
 * correlation id in any order, and keeps the page's event registrations.
 */
export class Channel {
  readonly #options: ChannelOptions;
  readonly #answer: Answer;
  #events = new Map<string, number>();

  constructor(options: ChannelOptions, answer: Answer) {
    this.#options = options;
    this.#answer = answer;
    addEventListener('message', this.#receive);
  }

  close(): void {
    removeEventListener('message', this.#receive);
    this.#events.clear();
  }

  /** Sends an event to the page. Returns false if the page hasn't registered for it. */
  sendEvent(name: string, data: unknown): boolean {
    const correlationId = this.#events.get(name);
    if (correlationId === undefined) return false;
    this.#respond({ actionName: name, correlationId, data, event: true });
    return true;
  }

  /** Calls the page. @param data starts with an action number of Office_notifyAgave */
  notify(data: readonly unknown[]): void {
    this.#post(serializeNotification(this.#options.conversationId, data, location.origin));
  }

  /** Removes the event registrations. Call when the page reloads in the same frame. */
  clearEvents(): void {
    this.#events.clear();
  }

  #receive = (event: MessageEvent): void => {
    if (event.source !== this.#options.target() || event.origin !== this.#options.targetOrigin) return;
    const request = parseRequest(event.data);
    if (request?.conversationId !== this.#options.conversationId) return;
    void this.#handle(request);
  };

  async #handle(request: Request): Promise<void> {
    const { actionName, correlationId } = request;
    if (request.actionType === actionType.register) this.#events.set(actionName, correlationId);
    if (request.actionType === actionType.unregister) this.#events.delete(actionName);
    try {
      const data = await this.#answer(request, this);
      if (data !== noAnswer) this.#respond({ actionName, correlationId, data });
    } catch (error) {
      console.error(error);
      this.#respond({ actionName, correlationId, data: null, errorCode: -2 });
    }
  }

  #respond(response: {
    actionName: string;
    correlationId: number;
    data: unknown;
    errorCode?: number;
    event?: boolean;
  }): void {
    const { conversationId } = this.#options;
    this.#post(serializeResponse({ conversationId, ...response }, location.origin));
  }

  #post(text: string): void {
    this.#options.target()?.postMessage(text, this.#options.targetOrigin);
  }
}

/** Return it from an Answer to never respond. */
export const noAnswer = Symbol('no answer');
