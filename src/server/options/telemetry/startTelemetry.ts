import { envDetector, detectResources, resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { Logger } from 'pino';
import { withTimeLimit } from '../../../contract/timeLimit.ts';
import { OutageLog } from '../../outageLog.ts';
import { applicationInsights, collector, type Destination } from './exporters.ts';
import type { TelemetryLimits, TelemetrySettings } from './index.ts';
import { OpenTelemetry } from './openTelemetry.ts';
import type { Telemetry } from '../../telemetry.ts';
import { watchExporter } from './watchedExporter.ts';

const SCOPE = 'addin-server';

/**
 * Traces and metrics to every destination of the settings. Everything is sent in the background from queues of bounded
 * length: a destination that is down or slow costs what it does not take, and nothing else. Sampling, queues and
 * resource follow OpenTelemetry's own variables (OTEL_TRACES_SAMPLER, OTEL_BSP_*, OTEL_SERVICE_NAME, ...), which the
 * SDK reads from the environment of the process.
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
    // Spans first: the last metrics tell nothing that the next process does not.
    const flushed = Promise.allSettled([traces.shutdown(), meters.shutdown()]);
    const late = () => new Error('The exporters have not flushed in time.');
    await withTimeLimit(flushed, times.closeMs, late).catch(() => undefined);
  };
  return new OpenTelemetry(traces.getTracer(SCOPE), meters.getMeter(SCOPE), flush);
}

function watch({ name, spans, metrics }: Destination, logger: Logger): Destination {
  const outage = new OutageLog(logger, Date.now, {
    away: `${name}: traces and metrics are not taken there, and are lost meanwhile.`,
    back: `${name}: traces and metrics are taken again.`,
  });
  return { name, spans: watchExporter(spans, outage), metrics: watchExporter(metrics, outage) };
}
