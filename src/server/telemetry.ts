/**
 * What the server can tell about itself while it works. Nobody listens unless an endpoint is configured: then there is
 * no `Telemetry` and no `Span` at all, and whoever would use one asks with `?.`.
 */

/** Names as in OpenTelemetry's semantic conventions; ours begin with `addin.`. Never a token, a name or an address. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** A piece of work with a beginning and an end, within a trace. Handed on in `Call`, not by async hooks. */
export interface Span {
  /** 32 hexadecimal digits; stands in the log lines. */
  readonly traceId: string;
  /** W3C Trace Context, for whoever is asked within this span. */
  readonly traceparent: string;
  /** @param kind `client`: another system does the work */
  child(name: string, kind: 'internal' | 'client', attributes?: Attributes): Span;
  /** @param failure why it did not succeed, in one word of few possible ones: `error.type` */
  end(attributes?: Attributes, failure?: string): void;
}

/** Histograms, in seconds. */
export const durations = {
  'http.server.request.duration': 'From the arrival of a request to the end of its answer.',
  'http.client.request.duration': 'One attempt to ask Entra ID, Graph or another service.',
  'addin.token_exchange.duration': 'One on-behalf-of exchange, its repetitions included.',
  'db.client.operation.duration': 'One question to Redis or to the database.',
} as const;

/** Counters. */
export const counters = {
  'addin.token_cache.lookups': 'Looks into the cache of Graph tokens, by what came of them.',
} as const;

/** A request to this server, whose name is known only when a route has answered it. */
export interface RequestSpan extends Span {
  rename(name: string): void;
}

export interface Telemetry {
  /** @param traceparent the header of that name, as it came */
  request(name: string, traceparent: string | undefined, attributes: Attributes): RequestSpan;
  record(duration: keyof typeof durations, seconds: number, attributes: Attributes): void;
  count(counter: keyof typeof counters, attributes: Attributes): void;
  /** @param inFlight read at every export */
  watch(inFlight: () => number): void;
  /** Sends what has not been sent yet, within the limit, and ends. Never rejects. */
  close(): Promise<void>;
}
