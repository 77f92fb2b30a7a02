import { setTimeout as pause } from 'node:timers/promises';
import type { Dispatcher } from 'undici';
import { ClientDisconnected, failureOf, type Call, type Telemetry } from '../call.ts';
import {
  transportProblem,
  TransportError,
  type HttpClient,
  type OutgoingRequest,
  type ServiceResponse,
  type Service,
  requestedWaitSeconds,
  retryWaitMs,
  type Outcome,
  type Repeatable,
} from './httpClient.ts';

/**
 * Sends a request, and retries it where that is safe and may help: see `retryWaitMs`.
 * @param limitMs for all attempts together; the deadline of the call may be earlier
 * @returns the last response, whatever its status
 * @throws ProblemError of the service (`…_timeout`, `…_unavailable`, `…_error`) without a response; ClientDisconnected
 */
export async function sendWithRetry(
  client: HttpClient,
  service: Service,
  request: OutgoingRequest,
  call: Pick<Call, 'signal' | 'deadline' | 'span'>,
  limitMs: number,
): Promise<ServiceResponse> {
  const { limits, clock, random } = client;
  const end = Math.min(clock() + limitMs, call.deadline);
  const repeatable = repeatableOf(request);
  for (let repeated = 0; ; repeated += 1) {
    const result = await sendTraced(client, request, call, end - clock(), repeated).catch(asTransportError);
    if (!(result instanceof TransportError) && result.status < 400) return result;
    const wait = retryWaitMs(outcomeOf(result, clock()), repeatable, repeated, random(), limits);
    if (wait === undefined || clock() + wait >= end) {
      if (result instanceof TransportError) throw transportProblem(result, service);
      return result;
    }
    await pauseFor(wait, call.signal);
  }
}

function repeatableOf({ method, repeatable }: OutgoingRequest): Repeatable {
  if (repeatable === true || method === 'GET' || method === 'HEAD') return 'safe';
  return method === 'PUT' || method === 'DELETE' ? 'idempotent' : 'no';
}

function asTransportError(error: unknown): TransportError {
  if (error instanceof TransportError) return error;
  throw error;
}

function outcomeOf(result: ServiceResponse | TransportError, now: number): Outcome {
  if (result instanceof TransportError) return { fault: result.kind, wasSent: result.wasSent };
  return { status: result.status, retryAfter: requestedWaitSeconds(result, now) };
}

async function pauseFor(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await pause(ms, undefined, { signal });
  } catch (error) {
    if (signal.aborted) throw new ClientDisconnected();
    throw error;
  }
}

/** Sends once, with a span and a duration measurement if telemetry is on. */
async function sendTraced(
  { dispatcher, telemetry }: HttpClient,
  request: OutgoingRequest,
  { signal, span: parent }: Pick<Call, 'signal' | 'span'>,
  timeoutMs: number,
  repeated: number,
): Promise<ServiceResponse> {
  if (!telemetry) return await send(dispatcher, request, signal, timeoutMs);
  const target = targetOf(request);
  const resend = repeated > 0 ? { 'http.request.resend_count': repeated } : {};
  const span = parent?.child(request.method, 'client', { ...target, ...resend });
  const headers = span ? { ...request.headers, traceparent: span.traceparent } : request.headers;
  const start = performance.now();
  const done = (status?: number, fault?: string) => {
    const failure = fault ?? (status !== undefined && status >= 400 ? String(status) : undefined);
    const known = status === undefined ? {} : { 'http.response.status_code': status };
    span?.end(known, failure);
    const failed = failure === undefined ? {} : { 'error.type': failure };
    recordDuration(telemetry, start, { ...target, ...known, ...failed });
  };
  try {
    const response = await send(dispatcher, { ...request, headers }, signal, timeoutMs);
    done(response.status);
    return response;
  } catch (error) {
    done(undefined, error instanceof TransportError ? (error.transportCode ?? error.kind) : failureOf(error));
    throw error;
  }
}

/** Leaves out path and query, which can contain ids, cursors and claims. */
function targetOf({ method, url }: OutgoingRequest) {
  const { hostname, port } = new URL(url);
  return {
    'http.request.method': method,
    'server.address': hostname,
    'server.port': Number(port) || 443,
  };
}

function recordDuration(telemetry: Telemetry, start: number, attributes: Record<string, string | number>) {
  telemetry.record('http.client.request.duration', (performance.now() - start) / 1000, attributes);
}

/**
 * Sends one request and reads the whole response within the time limit.
 * @param signal cancels the request when aborted
 * @throws TransportError, or ClientDisconnected
 */
export async function send(
  dispatcher: Dispatcher,
  { method, url, headers, body, maxBytes }: OutgoingRequest,
  signal: AbortSignal,
  timeoutMs: number,
): Promise<ServiceResponse> {
  if (signal.aborted) throw new ClientDisconnected();
  if (timeoutMs <= 0) throw new TransportError('timeout');
  const collected = new ResponseBody(maxBytes);
  const onAbort = () => collected.abandon(new ClientDisconnected());
  const timer = setTimeout(() => collected.abandon(new TransportError('timeout')), timeoutMs);
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    const { origin, path } = splitUrl(url);
    dispatcher.dispatch({ origin, path, method, headers: { ...headers }, body: body ?? null }, collected);
    return await collected.response;
  } catch (error) {
    if (error instanceof ClientDisconnected || error instanceof TransportError) throw error;
    throw new TransportError('unreachable', error, collected.wasSent);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}

/** The server builds every URL from an origin and a path, so splitting it needs no URL parser. */
function splitUrl(url: string): { origin: string; path: string } {
  const end = url.indexOf('/', 'https://'.length);
  return end < 0 ? { origin: url, path: '/' } : { origin: url.slice(0, end), path: url.slice(end) };
}

/**
 * Collects one response through undici's handler interface. Undici's `request` would create a stream, an abort signal and
 * an iterator per response, which is a third of the cost of a whole API request.
 */
class ResponseBody implements Dispatcher.DispatchHandler {
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
