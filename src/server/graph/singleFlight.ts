import { withTimeLimit } from '../../contract/timeLimit.ts';
import { ClientDisconnected } from '../call.ts';

interface Flight<T> {
  readonly result: Promise<T>;
  readonly stop: AbortController;
  waiting: number;
}

/**
 * Runs work once for concurrent callers with the same key. A caller that disconnects or times out does not affect the
 * others; the work is aborted when no caller is left.
 */
export class SingleFlight<T> {
  readonly #flights = new Map<string, Flight<T>>();

  get size(): number {
    return this.#flights.size;
  }

  /**
   * Waits for the work of this key, and starts it if it is not running.
   * @param start its signal is aborted when no caller is left
   * @param signal of this caller
   * @param timeLeftMs of this caller; then throws `timeoutError()`
   * @throws ClientDisconnected, or what the work throws
   */
  async run(
    key: string,
    start: (signal: AbortSignal) => Promise<T>,
    signal: AbortSignal,
    timeLeftMs: number,
    timeoutError: () => Error,
  ): Promise<T> {
    if (signal.aborted) throw new ClientDisconnected();
    const flight = this.#flights.get(key) ?? this.#begin(key, start);
    flight.waiting += 1;
    try {
      return await withTimeLimit(flight.result, Math.max(timeLeftMs, 0), timeoutError, signal);
    } catch (error) {
      throw signal.aborted ? new ClientDisconnected() : error;
    } finally {
      flight.waiting -= 1;
      if (flight.waiting === 0) this.#end(key, flight);
    }
  }

  #begin(key: string, start: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const stop = new AbortController();
    const flight: Flight<T> = { result: start(stop.signal), stop, waiting: 0 };
    this.#flights.set(key, flight);
    const forget = () => this.#end(key, flight);
    flight.result.then(forget, forget);
    return flight;
  }

  /** Aborting finished work has no effect. */
  #end(key: string, flight: Flight<T>): void {
    if (this.#flights.get(key) === flight) this.#flights.delete(key);
    flight.stop.abort();
  }
}
