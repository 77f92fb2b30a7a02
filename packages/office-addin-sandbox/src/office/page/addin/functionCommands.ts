import { asObject, parseObject } from '../envelope.ts';

/** How a function command ended. `timeout`: `event.completed` was not called within the limit. `unavailable`: the
 * page didn't start within the limit. */
export type CommandResult = 'completed' | 'timeout' | 'unavailable' | 'closed' | number;

export interface CommandEnd {
  readonly result: CommandResult;
  /** Argument of `event.completed`; empty: none. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** Office stops functions that run for longer. */
const LIMIT_MS = 5 * 60_000;

/** office.js found no function of that name. A page may define it in `Office.onReady`, which runs after the event is registered. */
const UNKNOWN_FUNCTION = 11101;
const DEFINED_WITHIN_MS = 5_000;
const RETRY_MS = 100;

interface Invocation {
  readonly functionName: string;
  /** Members of the event object. */
  readonly event: object;
  /** When the function was first called, in milliseconds since 1970. */
  startedAt?: number;
  readonly started: () => void;
  readonly done: (end: CommandEnd) => void;
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

  /**
   * Runs a function of the page. Resolves when it calls `event.completed`.
   * @param event members of the event object
   * @param limitMs time for the function, from its start
   * @param startMs time for the page to start
   */
  run(functionName: string, event: object, limitMs = LIMIT_MS, startMs = LIMIT_MS): Promise<CommandEnd> {
    return new Promise((resolve) => {
      let timer = setTimeout(() => resolve(endedBy('unavailable')), startMs);
      const invocation: Invocation = {
        functionName,
        event,
        started: () => {
          clearTimeout(timer);
          timer = setTimeout(() => resolve(endedBy('timeout')), limitMs);
        },
        done: (end) => {
          clearTimeout(timer);
          resolve(end);
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
   * @param call the invocation id as member 0, the status as member 1: 0, or an error number, such as for an
   *   unknown function; the event object as JSON text as member 2
   */
  completed(call: Readonly<Record<string, unknown>>): void {
    const { 0: id, 1: status = 0 } = call;
    if (typeof id !== 'string') return;
    const invocation = this.#running.get(id);
    this.#running.delete(id);
    if (!invocation) return;
    const elapsed = Date.now() - (invocation.startedAt ?? 0);
    if (Number(status) === UNKNOWN_FUNCTION && elapsed < DEFINED_WITHIN_MS) {
      this.#waiting.push(invocation);
      setTimeout(() => this.ready(), RETRY_MS);
    } else if (Number(status) === 0) invocation.done({ result: 'completed', options: optionsIn(call[2]) });
    else invocation.done(endedBy(Number(status)));
  }

  /** Ends everything that waits or runs. Call when the page is closed. */
  close(): void {
    for (const { done } of [...this.#waiting, ...this.#running.values()]) done(endedBy('closed'));
    this.#waiting = [];
    this.#running.clear();
  }

  #invoke(invocation: Invocation): boolean {
    const id = crypto.randomUUID();
    const event = JSON.stringify(invocation.event);
    this.#running.set(id, invocation);
    const sent = this.#send([id, invocation.functionName, event]);
    if (!sent) this.#running.delete(id);
    else if (invocation.startedAt === undefined) {
      invocation.startedAt = Date.now();
      invocation.started();
    }
    return sent;
  }
}

const endedBy = (result: CommandResult): CommandEnd => ({ result, options: {} });

/** Returns the argument of `event.completed`. @param text the event object as JSON text */
function optionsIn(text: unknown): CommandEnd['options'] {
  return asObject(parseObject(String(text))?.['completedContext']) ?? {};
}
