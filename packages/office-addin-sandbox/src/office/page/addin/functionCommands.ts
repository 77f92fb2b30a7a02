/** How a function command ended. `timeout`: `event.completed` was not called within the limit. */
export type CommandResult = 'completed' | 'timeout' | 'closed' | number;

/** Office stops functions that run for longer. */
const LIMIT_MS = 5 * 60_000;

/** office.js found no function of that name. A page may define it in `Office.onReady`, which runs after the event is registered. */
const UNKNOWN_FUNCTION = 11101;
const DEFINED_WITHIN_MS = 5_000;
const RETRY_MS = 100;

interface Invocation {
  readonly functionName: string;
  readonly controlId: string;
  /** When the function was first called, in milliseconds since 1970. */
  started?: number;
  readonly done: (result: CommandResult) => void;
}

/** Event that office.js registers for when a page can run functions. */
export const COMMAND_EVENT = 'appCommandInvoked';

/** The function commands of a page: those that wait until it has started, and those that run. */
export class FunctionCommands {
  readonly #send: (data: unknown) => boolean;
  #waiting: Invocation[] = [];
  #running = new Map<string, Invocation>();

  /** @param send sends the event to the page; returns false if the page can't receive it yet */
  constructor(send: (data: unknown) => boolean) {
    this.#send = send;
  }

  /** Runs a function of the page. Resolves when it calls `event.completed`. */
  run(functionName: string, controlId: string): Promise<CommandResult> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve('timeout'), LIMIT_MS);
      const invocation: Invocation = {
        functionName,
        controlId,
        done: (result) => {
          clearTimeout(timer);
          resolve(result);
        },
      };
      if (!this.#invoke(invocation)) this.#waiting.push(invocation);
    });
  }

  /** Call when the page has registered for the event. */
  ready(): void {
    const waiting = this.#waiting;
    this.#waiting = waiting.filter((invocation) => !this.#invoke(invocation));
  }

  /**
   * Handles `event.completed`.
   * @param call the invocation id as member 0, the status as member 1: 0, or an error number, such as for an unknown function
   */
  completed(call: Readonly<Record<string, unknown>>): void {
    const { 0: id, 1: status = 0 } = call;
    if (typeof id !== 'string') return;
    const invocation = this.#running.get(id);
    this.#running.delete(id);
    if (!invocation) return;
    const elapsed = Date.now() - (invocation.started ?? 0);
    if (Number(status) === UNKNOWN_FUNCTION && elapsed < DEFINED_WITHIN_MS) {
      this.#waiting.push(invocation);
      setTimeout(() => this.ready(), RETRY_MS);
    } else invocation.done(Number(status) === 0 ? 'completed' : Number(status));
  }

  /** Ends everything that waits or runs. Call when the page is closed. */
  close(): void {
    for (const { done } of [...this.#waiting, ...this.#running.values()]) done('closed');
    this.#waiting = [];
    this.#running.clear();
  }

  #invoke(invocation: Invocation): boolean {
    const id = crypto.randomUUID();
    const source = JSON.stringify({ source: { id: invocation.controlId } });
    this.#running.set(id, invocation);
    const sent = this.#send([id, invocation.functionName, source]);
    if (sent) invocation.started ??= Date.now();
    else this.#running.delete(id);
    return sent;
  }
}
