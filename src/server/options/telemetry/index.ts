import { z } from 'zod';
import { defineOption } from '../../option.ts';
import { addressOf } from '../../config.ts';

/** Telemetry is off if both are null. */
export interface TelemetrySettings {
  /** OTLP over HTTP; traces and metrics are sent to /v1/traces and /v1/metrics below it. */
  readonly otlpEndpoint: string | null;
  readonly applicationInsights: string | null;
}

/** Milliseconds. */
export interface TelemetryLimits {
  /** Interval between metric exports. */
  readonly metricsEveryMs: number;
  /** Maximum interval between span exports. */
  readonly spansEveryMs: number;
  /** Time limit of one export. */
  readonly exportMs: number;
  /** Time limit of the last exports, when the server stops. */
  readonly closeMs: number;
}

const limits: TelemetryLimits = {
  metricsEveryMs: 60_000,
  spansEveryMs: 5_000,
  exportMs: 5_000,
  closeMs: 2_000,
};

/** Exports OpenTelemetry traces and metrics to a collector or to Application Insights. */
export const telemetry = defineOption({
  env: {
    OTEL_EXPORTER_OTLP_ENDPOINT: addressOf(
      ['http:', 'https:'],
      'https://collector.example.com:4318',
    ).optional(),
    APPLICATIONINSIGHTS_CONNECTION_STRING: z
      .string()
      .refine((value) => /(^|;)InstrumentationKey=[^;]+/i.test(value), {
        message: 'has no InstrumentationKey; copy the connection string of the Application Insights resource',
      })
      .optional(),
  },
  read: (values): TelemetrySettings => ({
    otlpEndpoint: values.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    applicationInsights: values.APPLICATIONINSIGHTS_CONNECTION_STRING ?? null,
  }),
  limits,
  async loadTelemetry(settings, times, logger) {
    if (settings.otlpEndpoint === null && settings.applicationInsights === null) return null;
    // Loaded only with an endpoint, because OpenTelemetry takes 8 MB of memory.
    const { startTelemetry } = await import(/* webpackChunkName: "telemetry" */ './startTelemetry.ts');
    return startTelemetry(settings, logger, times);
  },
});
