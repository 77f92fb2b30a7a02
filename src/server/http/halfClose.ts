import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/**
 * Waits before the interim responses, in milliseconds; the last repeats. The first one lets quick answers go out alone,
 * the second is time for a reset to come back.
 */
const PROBES_MS: readonly number[] = [50, 25, 100, 200, 400, 800, 1_600];
/** After this time a client that has not answered with a reset is taken to be waiting for its answer. */
const SETTLED_MS = 400;

/**
 * Finds out what the end of a client's stream means. HTTP lets a client close its half after the request and wait for the
 * answer, but nearly always the client has left, and TCP shows no difference until something is sent: then the
 * machine of a client that has left sends a reset. So this sends interim responses (`102 Processing`), which every client
 * of HTTP/1.1 has to ignore (RFC 9110 15.2). The socket fails at the one after the reset, and closes.
 */
export class HalfClose {
  readonly #socket: Duplex;
  readonly #current: () => ServerResponse | undefined;
  #settled: Promise<void> | undefined;
  #next: NodeJS.Timeout | undefined;

  /** @param current the response that has the socket */
  constructor(socket: Duplex, current: () => ServerResponse | undefined) {
    this.#socket = socket;
    this.#current = current;
    socket.once('end', this.#begin);
  }

  /** Resolves when a client that closed its half has either left or had the time to. Undefined: nothing is closed. */
  get settled(): Promise<void> | undefined {
    return this.#settled;
  }

  readonly #begin = (): void => {
    const response = this.#current();
    if (!response) return;
    // Clients of HTTP/1.0 know no interim responses: there is no way to ask.
    if (response.req.httpVersion === '1.0') {
      this.#socket.destroy();
      return;
    }
    this.#settled = new Promise((resolve) => {
      const timer = setTimeout(resolve, SETTLED_MS);
      this.#socket.once('close', () => {
        clearTimeout(timer);
        clearTimeout(this.#next);
        resolve();
      });
    });
    this.#probeLater(0);
  };

  #probeLater(number: number): void {
    const probe = () => {
      const response = this.#current();
      if (!response) return;
      // An answer that is on its way tells as well as an interim response would.
      if (!response.headersSent) response.writeProcessing();
      this.#probeLater(number + 1);
    };
    this.#next = setTimeout(probe, PROBES_MS[number] ?? PROBES_MS.at(-1));
  }
}
