import type { Logger } from 'pino';
import type { TelemetrySetting } from '../config.ts';
import type { Telemetry } from './telemetry.ts';

/** What tests set shorter. */
export interface TelemetryTimes {
  /** Between two exports of metrics. */
  readonly metricsEveryMs: number;
  /** Between two exports of spans, unless many have come. */
  readonly spansEveryMs: number;
  /** One export, and the last one at the end. */
  readonly exportMs: number;
  readonly closeMs: number;
}

const usual: TelemetryTimes = {
  metricsEveryMs: 60_000,
  spansEveryMs: 5_000,
  exportMs: 5_000,
  closeMs: 2_000,
};

/**
 * Null without an endpoint. OpenTelemetry is loaded only with one: it costs 8 MB, and whoever has no use for it shall
 * not have its code in the process at all.
 */
export async function loadTelemetry(
  setting: TelemetrySetting,
  logger: Logger,
  times: Partial<TelemetryTimes> = {},
): Promise<Telemetry | null> {
  if (setting.otlpEndpoint === null && setting.applicationInsights === null) return null;
  const { startTelemetry } = await import(/* webpackChunkName: "telemetry" */ './startTelemetry.ts');
  return startTelemetry(setting, logger, { ...usual, ...times });
}
