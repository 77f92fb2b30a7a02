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
import { measureProcess } from './processMetrics.ts';
import type { RequestHandler } from 'express';
import { counters, durations, type Attributes, type Span, type Telemetry } from '../../telemetry.ts';
import { trackRequests, type RequestSpan } from './requestTelemetry.ts';

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
