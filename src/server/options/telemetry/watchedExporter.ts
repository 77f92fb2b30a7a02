import type { PushMetricExporter } from '@opentelemetry/sdk-metrics';
import type { SpanExporter } from '@opentelemetry/sdk-trace-base';
import type { OutageLog } from '../../outageLog.ts';

/** What both kinds say when they have sent something; the code of success is 0. */
interface Result {
  readonly code: number;
  readonly error?: Error;
}

/** What both kinds have in common. */
interface Exporter<Items> {
  export(items: Items, done: (result: Result) => void): void;
}

/**
 * Says in the log, once per outage, that nobody takes what is exported. The SDK's own way is a global error handler,
 * which stays silent unless somebody turns its diagnostics on, and then writes a line for every batch.
 */
export function watchExporter<T extends SpanExporter | PushMetricExporter>(
  exporter: T,
  outage: OutageLog,
): T {
  const watched: Exporter<never> = exporter;
  const send = watched.export.bind(exporter);
  watched.export = (items, done) => {
    send(items, (result) => {
      if (result.code === 0) outage.back();
      else outage.away(reasonOf(result));
      done(result);
    });
  };
  return exporter;
}

/** A code or a status: messages can hold the address, with a key in it. */
function reasonOf({ error }: Result): string {
  const { code, statusCode } = (error ?? {}) as { code?: unknown; statusCode?: unknown };
  for (const word of [code, statusCode]) {
    if (typeof word === 'string' || typeof word === 'number') return String(word);
  }
  return error?.name ?? 'unknown';
}
