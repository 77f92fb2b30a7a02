import type { PushMetricExporter } from '@opentelemetry/sdk-metrics';
import type { SpanExporter } from '@opentelemetry/sdk-trace-base';
import type { OutageLog } from '../../http/logger.ts';

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
