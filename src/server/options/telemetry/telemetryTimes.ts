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
