import type { Logger } from 'pino';
import type { TelemetrySetting } from '../../config.ts';
import type { Telemetry } from '../../telemetry.ts';
import type { TelemetryTimes } from './telemetryTimes.ts';

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
