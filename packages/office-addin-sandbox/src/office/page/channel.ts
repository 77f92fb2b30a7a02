import {
  actionType,
  parseRequest,
  serializeNotification,
  serializeResponse,
  type Request,
} from './envelope.ts';
import type { Endpoint } from './endpoint.ts';

export interface ChannelOptions {
  readonly endpoint: Endpoint;
  readonly conversationId: string;
}

/** Handles a request. The resolved value becomes the data of the response. */
export type Answer = (request: Request, channel: Channel) => unknown;

/**
 * A conversation with an add-in. Accepts only messages with its conversation id, responds by correlation id in any order,
 * and keeps the event registrations.
 */
export class Channel {
  readonly #options: ChannelOptions;
  readonly #answer: Answer;
  readonly #unsubscribe: () => void;
  #events = new Map<string, number>();

  constructor(options: ChannelOptions, answer: Answer) {
    this.#options = options;
    this.#answer = answer;
    this.#unsubscribe = options.endpoint.listen((data) => this.#receive(data));
  }

  close(): void {
    this.#unsubscribe();
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

  #receive(data: unknown): void {
    const request = parseRequest(data);
    if (request?.conversationId !== this.#options.conversationId) return;
    void this.#handle(request);
  }

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
    this.#options.endpoint.post(text);
  }
}

/** Return it from an Answer to never respond. */
export const noAnswer = Symbol('no answer');
