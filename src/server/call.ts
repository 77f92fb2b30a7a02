import type { RequestHandler, Response } from 'express';
import { isProblem } from '../contract/problem.ts';

/** The context of one API request, passed to all work done for it. */
export interface Call {
  /** UUID. Also sent to Entra ID and Graph, so that their logs can be correlated with ours. */
  readonly correlationId: string;
  /** Aborted when the client disconnects. */
  readonly signal: AbortSignal;
  /** When the response is due, in milliseconds since 1970. */
  readonly deadline: number;
  /** Parent of all spans of this request; absent without telemetry. */
  readonly span?: Span | undefined;
}

/** The client disconnected: send nothing, log no error. */
export class ClientDisconnected extends Error {
  override readonly name = 'ClientDisconnected';

  constructor() {
    super('The client disconnected.');
  }
}

/** Runs work in a child span of `parent`, or without a span if there is no parent. */
export async function inSpan<T>(
  parent: Span | undefined,
  name: string,
  work: (span: Span | undefined) => Promise<T>,
): Promise<T> {
  if (!parent) return await work(undefined);
  const span = parent.child(name, 'internal');
  try {
    const result = await work(span);
    span.end();
    return result;
  } catch (error) {
    span.end({}, failureOf(error));
    throw error;
  }
}

/** Returns `error.type` for an error: a problem code, `client_left` or `internal_error`. */
export function failureOf(error: unknown): string {
  if (isProblem(error)) return error.code;
  return error instanceof ClientDisconnected ? 'client_left' : 'internal_error';
}

/**
 * The interface to traces and metrics. Without an endpoint there is no `Telemetry` and no `Span`, so callers use `?.`.
 */

/** Names follow OpenTelemetry's semantic conventions; our own start with `addin.`. Never tokens, names or addresses. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** A span of a trace. Passed explicitly in `Call`, because async hooks would slow down every promise. */
export interface Span {
  /** 32 hexadecimal digits; also in the log lines. */
  readonly traceId: string;
  /** W3C Trace Context, for requests made within this span. */
  readonly traceparent: string;
  /** Starts a child span. @param kind `client`: another system does the work */
  child(name: string, kind: 'internal' | 'client', attributes?: Attributes): Span;
  /** @param failure value of `error.type`, of which there are only a few */
  end(attributes?: Attributes, failure?: string): void;
}

/** Histograms, in seconds. */
export const durations = {
  'http.server.request.duration': 'From the arrival of a request to the end of its response.',
  'http.client.request.duration': 'One request to Entra ID, Graph or another service.',
  'addin.token_exchange.duration': 'One on-behalf-of exchange, retries included.',
} as const;

/** Counters. */
export const counters = {
  'addin.token_cache.lookups': 'Lookups in the cache of Graph tokens, by result.',
} as const;

export interface Telemetry {
  /** Records one span and one duration per request. `spanOf` returns the span. @param origin of the add-in */
  trackRequests(origin: string): RequestHandler;
  record(duration: keyof typeof durations, seconds: number, attributes: Attributes): void;
  count(counter: keyof typeof counters, attributes: Attributes): void;
  /** Reports the number of requests in flight. @param inFlight called at every export */
  watch(inFlight: () => number): void;
  /** Sends pending data, within the time limit. Never rejects. */
  close(): Promise<void>;
}

/** Returns the span of a request; undefined without telemetry. */
export function spanOf(res: Response): Span | undefined {
  return res.locals.span as Span | undefined;
}
