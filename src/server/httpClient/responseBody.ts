import type { Dispatcher } from 'undici';
import type { ServiceResponse } from './httpClient.ts';
import { TransportError } from './transportError.ts';

/**
 * Collects one response through undici's handler interface. Undici's `request` would create a stream, an abort signal and
 * an iterator per response, which is a third of the cost of a whole API request.
 */
export class ResponseBody implements Dispatcher.DispatchHandler {
  readonly response: Promise<ServiceResponse>;
  readonly #maxBytes: number;
  readonly #chunks: Buffer[] = [];
  #length = 0;
  #status = 0;
  #headers: Record<string, string> = {};
  #controller: Dispatcher.DispatchController | undefined;
  #abandoned: Error | undefined;
  #resolve: (response: ServiceResponse) => void = () => undefined;
  #reject: (error: Error) => void = () => undefined;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
    this.response = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  /** False if the request never got a connection, so the service has not seen it. */
  get wasSent(): boolean {
    return this.#controller !== undefined;
  }

  /** Rejects the response with `error` immediately, and cancels the request as soon as it has a connection. */
  abandon(error: Error): void {
    if (this.#abandoned) return;
    this.#abandoned = error;
    this.#reject(error);
    this.#controller?.abort(error);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#abandoned) controller.abort(this.#abandoned);
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    this.#status = status;
    this.#headers = joinHeaders(headers);
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#length += chunk.length;
    if (this.#length > this.#maxBytes) this.abandon(new TransportError('too-large'));
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const [only] = this.#chunks;
    const body = this.#chunks.length === 1 && only ? only : Buffer.concat(this.#chunks);
    this.#resolve({ status: this.#status, headers: this.#headers, body });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#reject(error);
  }
}

/** Undici already returns names in lower case. */
function joinHeaders(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) joined[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return joined;
}
