import { AzureMonitorMetricExporter, AzureMonitorTraceExporter } from '@azure/monitor-opentelemetry-exporter';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { envDetector, detectResources, resourceFromAttributes } from '@opentelemetry/resources';
import {
  MeterProvider,
  PeriodicExportingMetricReader,
  type PushMetricExporter,
} from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, BatchSpanProcessor, type SpanExporter } from '@opentelemetry/sdk-trace-base';
import type { Logger } from 'pino';
import { withTimeLimit } from '../../../contract/timeLimit.ts';
import { OutageLog } from '../../http/logger.ts';
import type { Telemetry } from '../../call.ts';
import type { TelemetryLimits, TelemetrySettings } from './index.ts';
import { OpenTelemetry } from './openTelemetry.ts';

const SCOPE = 'addin-server';

/**
 * Exports traces and metrics to all configured destinations, in the background and from bounded queues: a slow or
 * unavailable destination loses data, but does not slow down the server. OpenTelemetry's own environment variables
 * (OTEL_TRACES_SAMPLER, OTEL_BSP_*, OTEL_SERVICE_NAME, ...) configure sampling, queues and resource.
 */
export function startTelemetry(
  setting: TelemetrySettings,
  logger: Logger,
  times: TelemetryLimits,
): Telemetry {
  const destinations: Destination[] = [];
  if (setting.otlpEndpoint !== null) destinations.push(collector(setting.otlpEndpoint, times.exportMs));
  if (setting.applicationInsights !== null)
    destinations.push(applicationInsights(setting.applicationInsights));
  const watched = destinations.map((destination) => watch(destination, logger));

  const resource = resourceFromAttributes({ 'service.name': SCOPE }).merge(
    detectResources({ detectors: [envDetector] }),
  );
  const traces = new BasicTracerProvider({
    resource,
    spanProcessors: watched.map(
      ({ spans }) =>
        new BatchSpanProcessor(spans, {
          scheduledDelayMillis: times.spansEveryMs,
          exportTimeoutMillis: times.exportMs,
        }),
    ),
  });
  const meters = new MeterProvider({
    resource,
    readers: watched.map(
      ({ metrics }) =>
        new PeriodicExportingMetricReader({
          exporter: metrics,
          exportIntervalMillis: times.metricsEveryMs,
          exportTimeoutMillis: times.exportMs,
        }),
    ),
  });
  const flush = async () => {
    const flushed = Promise.allSettled([traces.shutdown(), meters.shutdown()]);
    const timeoutError = () => new Error('The exporters did not flush in time.');
    await withTimeLimit(flushed, times.closeMs, timeoutError).catch(() => undefined);
  };
  return new OpenTelemetry(traces.getTracer(SCOPE), meters.getMeter(SCOPE), flush);
}

function watch({ name, spans, metrics }: Destination, logger: Logger): Destination {
  const outage = new OutageLog(logger, Date.now, {
    down: `${name}: the endpoint does not accept traces and metrics; they are lost until it does.`,
    up: `${name}: the endpoint accepts traces and metrics again.`,
  });
  return { name, spans: logExporterOutages(spans, outage), metrics: logExporterOutages(metrics, outage) };
}

/** A backend that receives traces and metrics. */
export interface Destination {
  readonly name: string;
  readonly spans: SpanExporter;
  readonly metrics: PushMetricExporter;
}

/** Exports to an OTLP collector. The exporters read headers, such as an API key, from OTEL_EXPORTER_OTLP_HEADERS. */
export function collector(endpoint: string, timeoutMillis: number): Destination {
  const base = endpoint.replace(/\/+$/, '');
  return {
    name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    spans: new OTLPTraceExporter({ url: `${base}/v1/traces`, timeoutMillis }),
    metrics: new OTLPMetricExporter({ url: `${base}/v1/metrics`, timeoutMillis }),
  };
}

export function applicationInsights(connectionString: string): Destination {
  // Turns off the exporter's usage statistics, which it would send to Microsoft.
  process.env.APPLICATION_INSIGHTS_NO_STATSBEAT ??= 'true';
  // Do not store failed exports as files: the disk may be read-only, and the files would outlive the process.
  const options = { connectionString, disableOfflineStorage: true };
  return {
    name: 'APPLICATIONINSIGHTS_CONNECTION_STRING',
    spans: new AzureMonitorTraceExporter(options),
    metrics: new AzureMonitorMetricExporter(options),
  };
}

/** Result of an export; 0 means success. */
interface Result {
  readonly code: number;
  readonly error?: Error;
}

/** The common part of span and metric exporters. */
interface Exporter<Items> {
  export(items: Items, done: (result: Result) => void): void;
}

/**
 * Logs when exports fail, once per outage. The SDK reports failures only to a global error handler, which is silent by
 * default and otherwise logs every batch.
 */
export function logExporterOutages<T extends SpanExporter | PushMetricExporter>(
  exporter: T,
  outage: OutageLog,
): T {
  const watched: Exporter<never> = exporter;
  const send = watched.export.bind(exporter);
  watched.export = (items, done) => {
    send(items, (result) => {
      if (result.code === 0) outage.up();
      else outage.down(reasonOf(result));
      done(result);
    });
  };
  return exporter;
}

/** Returns a code or a status. Never the message, which can contain the URL with a key. */
function reasonOf({ error }: Result): string {
  const { code, statusCode } = (error ?? {}) as { code?: unknown; statusCode?: unknown };
  for (const word of [code, statusCode]) {
    if (typeof word === 'string' || typeof word === 'number') return String(word);
  }
  return error?.name ?? 'unknown';
}
