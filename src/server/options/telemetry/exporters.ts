import { AzureMonitorMetricExporter, AzureMonitorTraceExporter } from '@azure/monitor-opentelemetry-exporter';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import type { PushMetricExporter } from '@opentelemetry/sdk-metrics';
import type { SpanExporter } from '@opentelemetry/sdk-trace-base';

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
