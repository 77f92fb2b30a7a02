import { AzureMonitorMetricExporter, AzureMonitorTraceExporter } from '@azure/monitor-opentelemetry-exporter';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import type { PushMetricExporter } from '@opentelemetry/sdk-metrics';
import type { SpanExporter } from '@opentelemetry/sdk-trace-base';

/** One place that takes traces and metrics. */
export interface Destination {
  readonly name: string;
  readonly spans: SpanExporter;
  readonly metrics: PushMetricExporter;
}

/** Headers, such as a key, come from OTEL_EXPORTER_OTLP_HEADERS, which the exporters read themselves. */
export function collector(endpoint: string, timeoutMillis: number): Destination {
  const base = endpoint.replace(/\/+$/, '');
  return {
    name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    spans: new OTLPTraceExporter({ url: `${base}/v1/traces`, timeoutMillis }),
    metrics: new OTLPMetricExporter({ url: `${base}/v1/metrics`, timeoutMillis }),
  };
}

export function applicationInsights(connectionString: string): Destination {
  // The exporter would report on itself to addresses of Microsoft that nobody here has chosen.
  process.env.APPLICATION_INSIGHTS_NO_STATSBEAT ??= 'true';
  // And keep what it could not send as files: the disk may be read-only, and they would outlive the process.
  const options = { connectionString, disableOfflineStorage: true };
  return {
    name: 'APPLICATIONINSIGHTS_CONNECTION_STRING',
    spans: new AzureMonitorTraceExporter(options),
    metrics: new AzureMonitorMetricExporter(options),
  };
}
