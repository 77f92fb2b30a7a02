import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/**
 * Milliseconds before each interim response; the last value repeats. The first delay lets fast responses go out without
 * one; the second leaves time for a reset to arrive.
 */
const PROBES_MS: readonly number[] = [50, 25, 100, 200, 400, 800, 1_600];
/** A client that has sent no reset within this time is assumed to be waiting for its response. */
const SETTLED_MS = 400;

/**
 * Detects whether a client that ended its stream has disconnected. HTTP lets a client close its half of the connection
 * after the request and wait for the response. Usually, though, the client has disconnected, and TCP shows no difference
 * until the server sends something: only then does the client's machine send a reset. So this class sends interim
 * responses (`102 Processing`), which every HTTP/1.1 client must ignore (RFC 9110 15.2). The first one after the reset
 * makes the socket fail and close.
 */
export class HalfClose {
  readonly #socket: Duplex;
  readonly #current: () => ServerResponse | undefined;
  #settled: Promise<void> | undefined;
  #next: NodeJS.Timeout | undefined;

  /** @param current returns the response that has the socket */
  constructor(socket: Duplex, current: () => ServerResponse | undefined) {
    this.#socket = socket;
    this.#current = current;
    socket.once('end', this.#begin);
  }

  /** Resolves when the client has disconnected or is assumed to be waiting. Undefined if its stream has not ended. */
  get settled(): Promise<void> | undefined {
    return this.#settled;
  }

  readonly #begin = (): void => {
    const response = this.#current();
    if (!response) return;
    // HTTP/1.0 has no interim responses, so there is no way to find out.
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
      // A response in progress triggers a reset just like an interim response.
      if (!response.headersSent) response.writeProcessing();
      this.#probeLater(number + 1);
    };
    this.#next = setTimeout(probe, PROBES_MS[number] ?? PROBES_MS.at(-1));
  }
}
