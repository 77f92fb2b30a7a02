import type { Exchange } from '../../graph/onBehalfOf.ts';
import { failureOf, inSpan } from '../../inSpan.ts';
import type { Telemetry } from '../../telemetry.ts';

/** An exchange with a span of its own, counted and measured by what came of it. */
export function watchExchange(exchange: Exchange, telemetry: Telemetry): Exchange {
  return async (ask, call) => {
    const start = performance.now();
    const record = (outcome: string) =>
      telemetry.record('addin.token_exchange.duration', (performance.now() - start) / 1000, { outcome });
    try {
      const token = await inSpan(call.span, 'token exchange', (span) => exchange(ask, { ...call, span }));
      record('ok');
      return token;
    } catch (error) {
      record(failureOf(error));
      throw error;
    }
  };
}
