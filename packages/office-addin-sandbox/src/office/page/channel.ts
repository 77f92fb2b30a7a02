import {
  actionType,
  parseRequest,
  serializeNotification,
  serializeResponse,
  type Request,
} from './envelope.ts';

export interface ChannelEnds {
  /** The add-in's window; undefined while the frame is not attached. */
  readonly target: () => Window | null;
  readonly targetOrigin: string;
  readonly conversationId: string;
}

/** What the host does with a request; the value it resolves to becomes the answer's data. */
export type Answer = (request: Request, channel: Channel) => unknown;

/**
 * One conversation with one frame. Takes only what comes from that window, that origin and in that conversation,
 * answers by correlation id in any order, and remembers which events the page asked for.
 */
export class Channel {
  readonly #ends: ChannelEnds;
  readonly #answer: Answer;
  #events = new Map<string, number>();

  constructor(ends: ChannelEnds, answer: Answer) {
    this.#ends = ends;
    this.#answer = answer;
    addEventListener('message', this.#receive);
  }

  close(): void {
    removeEventListener('message', this.#receive);
    this.#events.clear();
  }

  /** Sends an event to the page; false when the page has not asked for it. */
  fire(name: string, data: unknown): boolean {
    const correlationId = this.#events.get(name);
    if (correlationId === undefined) return false;
    this.#respond({ actionName: name, correlationId, data, event: true });
    return true;
  }

  /** A call to the page: see the action numbers of Office_notifyAgave. */
  notify(data: readonly unknown[]): void {
    this.#post(serializeNotification(this.#ends.conversationId, data, location.origin));
  }

  /** The page was loaded anew in the same frame: what the old one asked for is void. */
  forgetEvents(): void {
    this.#events.clear();
  }

  #receive = (event: MessageEvent): void => {
    if (event.source !== this.#ends.target() || event.origin !== this.#ends.targetOrigin) return;
    const request = parseRequest(event.data);
    if (request?.conversationId !== this.#ends.conversationId) return;
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
    const { conversationId } = this.#ends;
    this.#post(serializeResponse({ conversationId, ...response }, location.origin));
  }

  #post(text: string): void {
    this.#ends.target()?.postMessage(text, this.#ends.targetOrigin);
  }
}

/** Returned by an answer that shall never come: some scenarios are about exactly that. */
export const noAnswer = Symbol('no answer');
