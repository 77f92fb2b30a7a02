import { envDetector, detectResources, resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { Logger } from 'pino';
import { withTimeLimit } from '../../../contract/timeLimit.ts';
import { OutageLog } from '../../http/logger.ts';
import { applicationInsights, collector, type Destination } from './exporters.ts';
import type { TelemetryLimits, TelemetrySettings } from './index.ts';
import { OpenTelemetry } from './openTelemetry.ts';
import type { Telemetry } from '../../telemetry.ts';
import { logExporterOutages } from './exporterOutages.ts';

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
