import { UserError } from '../userError.ts';

/** The runtime of event handlers: the HTML page, as on the web, or only the JavaScript file, as in classic Outlook on Windows. */
export const eventRuntimes = ['page', 'script'] as const;
export type EventRuntime = (typeof eventRuntimes)[number];

/** A request to the host page to raise an event. */
export interface LaunchEventRequest {
  /** Such as `OnMessageSend`. */
  readonly type: string;
  /** Members of the event object, such as `changedRecipientFields`. */
  readonly data?: Readonly<Record<string, unknown>> | undefined;
  /** Default: the one chosen on the page. */
  readonly runtime?: EventRuntime | undefined;
}

/** How one handler ended. */
export interface HandlerResult {
  /** Key of the add-in. */
  readonly addin: string;
  readonly functionName: string;
  readonly runtime: EventRuntime;
  /** `timeout`: `event.completed` wasn't called within the limit. A number is an error of office.js. */
  readonly answer: 'completed' | 'timeout' | 'unavailable' | number;
  /** Argument of `event.completed`. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** What Outlook shows when the item isn't sent at once. */
export interface SmartAlert {
  readonly message: string;
  /** Labels of the buttons. */
  readonly buttons: readonly string[];
}

export interface LaunchEventResult {
  readonly handlers: readonly HandlerResult[];
  /** For the events of sending. */
  readonly sent?: boolean;
  readonly alert?: SmartAlert;
}

interface Pending {
  readonly request: LaunchEventRequest;
  claimed: boolean;
  readonly resolve: (result: LaunchEventResult) => void;
  readonly timer: NodeJS.Timeout;
}

/** Time for a host page to take the request. */
const CLAIM_MS = 5_000;

/** Passes requests to raise an event from programs to one host page, which runs the handlers. */
export class LaunchEvents {
  readonly #pending = new Map<string, Pending>();
  readonly #listeners = new Set<(id: string, request: LaunchEventRequest) => void>();
  #count = 0;

  /** Also passes on what no page has taken yet. Returns a function that unsubscribes. */
  onRequest(listener: (id: string, request: LaunchEventRequest) => void): () => void {
    this.#listeners.add(listener);
    for (const [id, { claimed, request }] of this.#pending) if (!claimed) listener(id, request);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Raises an event in the host page. Rejects with a UserError if no page shows an add-in that handles it.
   * @param claimMs time for a page to take the request
   */
  raise(request: LaunchEventRequest, claimMs = CLAIM_MS): Promise<LaunchEventResult> {
    const id = String((this.#count += 1));
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#pending.delete(id);
        reject(
          new UserError(
            `No page of the sandbox shows an add-in that handles ${request.type}. Open one first; the manifest lists the events.`,
          ),
        );
      }, claimMs);
      this.#pending.set(id, { request, claimed: false, resolve, timer });
      for (const listener of this.#listeners) listener(id, request);
    });
  }

  /** Returns whether the calling page may run the handlers: true for one page. */
  claim(id: string): boolean {
    const pending = this.#pending.get(id);
    if (!pending || pending.claimed) return false;
    clearTimeout(pending.timer);
    pending.claimed = true;
    return true;
  }

  finish(id: string, result: LaunchEventResult): void {
    this.#pending.get(id)?.resolve(result);
    this.#pending.delete(id);
  }
}
