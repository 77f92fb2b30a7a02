import { monitorEventLoopDelay } from 'node:perf_hooks';
import { getHeapSpaceStatistics } from 'node:v8';
import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Counter,
  type Histogram,
  type Meter,
  type Span as OtelSpan,
  type Tracer,
} from '@opentelemetry/api';
import { parseTraceParent } from '@opentelemetry/core';
import type { RequestHandler, Request, Response } from 'express';
import type { ProblemError } from '../../../contract/problem.ts';
import type { Caller } from '../../auth/tokenValidator.ts';
import { requestEnd } from '../../http/lifecycle.ts';
import { correlationOf } from '../../http/logger.ts';
import { counters, durations, type Attributes, type Span, type Telemetry } from '../../call.ts';

/** Bucket boundaries in seconds, as the semantic conventions recommend for HTTP. */
const BOUNDARIES = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];
const kinds = { internal: SpanKind.INTERNAL, client: SpanKind.CLIENT } as const;

/** Implements `Telemetry` with OpenTelemetry. Passes contexts explicitly: async hooks would slow down every promise. */
export class OpenTelemetry implements Telemetry {
  readonly #tracer: Tracer;
  readonly #meter: Meter;
  readonly #durations = new Map<string, Histogram>();
  readonly #counters = new Map<string, Counter>();
  readonly #stopMeasuring: () => void;
  readonly #flush: () => Promise<void>;

  /** @param flush sends pending data and shuts down the exporters; never rejects */
  constructor(tracer: Tracer, meter: Meter, flush: () => Promise<void>) {
    this.#tracer = tracer;
    this.#meter = meter;
    this.#flush = flush;
    for (const [name, description] of Object.entries(durations)) {
      const advice = { explicitBucketBoundaries: BOUNDARIES };
      this.#durations.set(name, meter.createHistogram(name, { description, unit: 's', advice }));
    }
    for (const [name, description] of Object.entries(counters)) {
      this.#counters.set(name, meter.createCounter(name, { description, unit: '{lookup}' }));
    }
    this.#stopMeasuring = measureProcess(meter);
  }

  trackRequests(origin: string): RequestHandler {
    return trackRequests(this, origin);
  }

  /** Starts the span of a request. @param traceparent the request header of that name */
  request(name: string, traceparent: string | undefined, attributes: Attributes): RequestSpan {
    const parent = parseTraceParent(traceparent ?? '');
    const context = parent ? trace.setSpanContext(ROOT_CONTEXT, { ...parent, isRemote: true }) : ROOT_CONTEXT;
    return new OpenTelemetrySpan(
      this.#tracer,
      this.#tracer.startSpan(name, { kind: SpanKind.SERVER, attributes: { ...attributes } }, context),
    );
  }

  record(duration: keyof typeof durations, seconds: number, attributes: Attributes): void {
    this.#durations.get(duration)?.record(seconds, { ...attributes });
  }

  count(counter: keyof typeof counters, attributes: Attributes): void {
    this.#counters.get(counter)?.add(1, { ...attributes });
  }

  watch(inFlight: () => number): void {
    this.#meter
      .createObservableUpDownCounter('http.server.active_requests', {
        description: 'Requests in progress.',
        unit: '{request}',
      })
      .addCallback((result) => result.observe(inFlight()));
  }

  async close(): Promise<void> {
    await this.#flush();
    this.#stopMeasuring();
  }
}

class OpenTelemetrySpan implements RequestSpan {
  readonly #tracer: Tracer;
  readonly #span: OtelSpan;

  constructor(tracer: Tracer, span: OtelSpan) {
    this.#tracer = tracer;
    this.#span = span;
  }

  get traceId(): string {
    return this.#span.spanContext().traceId;
  }

  get traceparent(): string {
    const { traceId, spanId, traceFlags } = this.#span.spanContext();
    return `00-${traceId}-${spanId}-0${traceFlags & TraceFlags.SAMPLED}`;
  }

  rename(name: string): void {
    this.#span.updateName(name);
  }

  child(name: string, kind: keyof typeof kinds, attributes: Attributes = {}): Span {
    const options = { kind: kinds[kind], attributes: { ...attributes } };
    return new OpenTelemetrySpan(
      this.#tracer,
      this.#tracer.startSpan(name, options, trace.setSpan(ROOT_CONTEXT, this.#span)),
    );
  }

  end(attributes: Attributes = {}, failure?: string): void {
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== undefined) this.#span.setAttribute(name, value);
    }
    if (failure !== undefined) {
      this.#span.setAttribute('error.type', failure);
      this.#span.setStatus({ code: SpanStatusCode.ERROR });
    }
    this.#span.end();
  }
}

/** The span of a request. Its name contains the route, which is known only at the end. */
interface RequestSpan extends Span {
  rename(name: string): void;
}

/** The part of the telemetry that `trackRequests` needs. */
interface Tracker extends Pick<Telemetry, 'record'> {
  request(name: string, traceparent: string | undefined, attributes: Attributes): RequestSpan;
}

/** Records one span and one duration per request. */
function trackRequests(telemetry: Tracker, origin: string): RequestHandler {
  const { protocol, hostname, port } = new URL(origin);
  const scheme = protocol.slice(0, -1);
  const server = { 'server.address': hostname, ...(port ? { 'server.port': Number(port) } : {}) };
  return (req, res, next) => {
    const method = methodOf(req);
    const start = performance.now();
    const span = telemetry.request(method, headerOf(req), {
      'http.request.method': method,
      'url.scheme': scheme,
      'network.protocol.version': req.httpVersion,
      'addin.correlation_id': correlationOf(res),
      ...server,
    });
    res.locals.span = span;
    requestEnd(res).onEnd((completed) => {
      const measured: Attributes = {
        'http.request.method': method,
        'url.scheme': scheme,
        ...outcome(req, res, completed),
      };
      end(span, method, measured, res);
      telemetry.record('http.server.request.duration', (performance.now() - start) / 1000, measured);
    });
    next();
  };
}

function end(span: RequestSpan, method: string, measured: Attributes, res: Response): void {
  const { 'error.type': failure, ...facts } = measured;
  const { caller, problem } = res.locals as { caller?: Caller; problem?: ProblemError };
  const route = facts['http.route'];
  if (typeof route === 'string') span.rename(`${method} ${route}`);
  const known = { 'addin.tenant_id': caller?.tid, 'addin.problem.code': problem?.code };
  span.end({ ...facts, ...known }, typeof failure === 'string' ? failure : undefined);
}

/** Each attribute has only a few possible values, because every combination is a time series. */
function outcome(req: Request, res: Response, completed: boolean): Attributes {
  const route = routeOf(req);
  const { problem } = res.locals as { problem?: ProblemError };
  const status = res.statusCode;
  return {
    ...(route === undefined ? {} : { 'http.route': route }),
    ...(completed ? { 'http.response.status_code': status } : { 'error.type': 'client_left' }),
    // A 4xx response is not a span error.
    ...(completed && status >= 500 ? { 'error.type': problem?.code ?? String(status) } : {}),
  };
}

/** Returns the route pattern, never the path, which can contain anything. */
function routeOf(req: Request): string | undefined {
  const { path } = (req.route ?? {}) as { path?: unknown };
  if (typeof path === 'string') return path;
  return /^\/(assets|icons)(?=\/)/.exec(req.originalUrl)?.[0].concat('/*');
}

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']);
/** The conventions require `_OTHER` for other methods. */
const methodOf = ({ method }: Request) => (METHODS.has(method) ? method : '_OTHER');

function headerOf(req: Request): string | undefined {
  const { traceparent } = req.headers;
  return typeof traceparent === 'string' ? traceparent : undefined;
}

const RESOLUTION_MS = 20;
const SECONDS = 1e-9;

/**
 * Measures event loop delay and memory at every export. Names follow OpenTelemetry's conventions for Node.js, V8 and
 * processes.
 * @returns a function that stops measuring
 */
function measureProcess(meter: Meter): () => void {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const gauge = (name: string) =>
    meter.createObservableGauge(`nodejs.eventloop.delay.${name}`, {
      description: 'Event loop delay since the last export.',
      unit: 's',
    });
  const p50 = gauge('p50');
  const p99 = gauge('p99');
  const max = gauge('max');
  meter.addBatchObservableCallback(
    (result) => {
      result.observe(p50, delay.percentile(50) * SECONDS);
      result.observe(p99, delay.percentile(99) * SECONDS);
      result.observe(max, delay.max * SECONDS);
      delay.reset();
    },
    [p50, p99, max],
  );
  const bytes = { unit: 'By' };
  meter
    .createObservableUpDownCounter('process.memory.usage', { ...bytes, description: 'Resident memory.' })
    .addCallback((result) => result.observe(process.memoryUsage.rss()));
  meter
    .createObservableUpDownCounter('v8js.memory.heap.used', {
      ...bytes,
      description: 'Heap in use, by space.',
    })
    .addCallback((result) => {
      for (const space of getHeapSpaceStatistics()) {
        result.observe(space.space_used_size, { 'v8js.heap.space.name': space.space_name });
      }
    });
  return () => delay.disable();
}
