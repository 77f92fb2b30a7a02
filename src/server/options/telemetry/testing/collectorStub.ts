import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';

export interface CollectedRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface CollectorStub {
  readonly origin: string;
  readonly received: CollectedRequest[];
  spans(): CollectedSpan[];
  metrics(): CollectedMetric[];
  close(): Promise<void>;
}

export interface CollectedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  /** 1 internal, 2 server, 3 client. */
  readonly kind: number;
  readonly status: { readonly code: number };
  readonly facts: Record<string, unknown>;
}

export interface CollectedMetric {
  readonly name: string;
  readonly points: {
    readonly facts: Record<string, unknown>;
    readonly count?: number;
    readonly value?: number;
  }[];
}

type Values = { key: string; value: Record<string, unknown> }[];
interface Point {
  readonly attributes: Values;
  readonly count?: number | string;
  readonly asInt?: number | string;
  readonly asDouble?: number;
}
interface Batch {
  readonly resourceSpans?: {
    readonly scopeSpans: {
      readonly spans: (Omit<CollectedSpan, 'facts'> & { readonly attributes: Values })[];
    }[];
  }[];
  readonly resourceMetrics?: {
    readonly scopeMetrics: {
      readonly metrics: ({ readonly name: string } & Partial<
        Record<'sum' | 'gauge' | 'histogram', { readonly dataPoints: Point[] }>
      >)[];
    }[];
  }[];
}

/**
 * Starts a collector that records what it receives: OTLP over HTTP in JSON, or anything else.
 * @param answer returns the status; `hang` sends no response
 * @param tls PEM; default: plain HTTP
 */
export async function startCollectorStub(
  answer: () => number | 'hang' = () => 200,
  tls?: { readonly cert: string | Buffer; readonly key: string | Buffer },
): Promise<CollectorStub> {
  const received: CollectedRequest[] = [];
  const listener: RequestListener = (req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const sent = Buffer.concat(chunks);
      const bytes = req.headers['content-encoding'] === 'gzip' ? gunzipSync(sent) : sent;
      received.push({ path: req.url ?? '', headers: req.headers, text: bytes.toString('utf8') });
      const status = answer();
      if (status === 'hang') return;
      res.writeHead(status, { 'content-type': 'application/json' }).end('{}');
    });
  };
  const server = tls ? createHttpsServer(tls, listener) : createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const batches = (path: string) =>
    received.filter((one) => one.path === path).map(({ text }) => JSON.parse(text) as Batch);
  return {
    origin: `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    spans: () =>
      batches('/v1/traces')
        .flatMap(({ resourceSpans = [] }) => resourceSpans)
        .flatMap(({ scopeSpans }) => scopeSpans)
        .flatMap(({ spans }) => spans)
        .map(({ attributes, ...span }) => ({ ...span, facts: factsOf(attributes) })),
    metrics: () =>
      batches('/v1/metrics')
        .flatMap(({ resourceMetrics = [] }) => resourceMetrics)
        .flatMap(({ scopeMetrics }) => scopeMetrics)
        .flatMap(({ metrics }) => metrics)
        .map(({ name, sum, gauge, histogram }) => ({
          name,
          points: ((sum ?? gauge ?? histogram)?.dataPoints ?? []).map(pointOf),
        })),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function pointOf({ attributes, count, asInt, asDouble }: Point) {
  const value = asDouble ?? asInt;
  return {
    facts: factsOf(attributes),
    ...(count === undefined ? {} : { count: Number(count) }),
    ...(value === undefined ? {} : { value: Number(value) }),
  };
}

/** OTLP encodes every value as an object with one member, named after its type. */
function factsOf(attributes: Values): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
}
