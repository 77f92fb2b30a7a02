import type { Call } from '../call.ts';
import { failureOf } from '../inSpan.ts';
import type { Telemetry } from '../telemetry.ts';
import type { Answer, Outgoing } from './exchange.ts';
import { send } from './send.ts';
import type { Outbound } from './outbound.ts';
import { ServiceFault } from './serviceFault.ts';

/** One attempt, with a span and a measurement when there is telemetry. @param repeated 0 for the first */
export function sendWatched(
  outbound: Outbound,
  outgoing: Outgoing,
  call: Pick<Call, 'signal' | 'span'>,
  timeoutMs: number,
  repeated: number,
): Promise<Answer> {
  const { dispatcher, telemetry } = outbound;
  return telemetry
    ? watched(telemetry, outbound, outgoing, call, timeoutMs, repeated)
    : send(dispatcher, outgoing, call.signal, timeoutMs);
}

async function watched(
  telemetry: Telemetry,
  { dispatcher }: Outbound,
  outgoing: Outgoing,
  call: Pick<Call, 'signal' | 'span'>,
  timeoutMs: number,
  repeated: number,
): Promise<Answer> {
  const { named, done } = begin(telemetry, outgoing, call, repeated);
  try {
    const answer = await send(dispatcher, named, call.signal, timeoutMs);
    done(answer.status);
    return answer;
  } catch (error) {
    done(undefined, faultName(error));
    throw error;
  }
}

function begin(
  telemetry: Telemetry,
  outgoing: Outgoing,
  { span: parent }: Pick<Call, 'span'>,
  repeated: number,
) {
  const { method, url, headers } = outgoing;
  const { hostname, port } = new URL(url);
  // Neither path nor query: they can hold ids, cursors and claims.
  const target = {
    'http.request.method': method,
    'server.address': hostname,
    'server.port': Number(port) || 443,
  };
  const resend = repeated > 0 ? { 'http.request.resend_count': repeated } : {};
  const span = parent?.child(method, 'client', { ...target, ...resend });
  const start = performance.now();
  const done = (status?: number, fault?: string) => {
    const failure = fault ?? (status !== undefined && status >= 400 ? String(status) : undefined);
    const said = status === undefined ? {} : { 'http.response.status_code': status };
    span?.end(said, failure);
    const measured = { ...target, ...said, ...(failure === undefined ? {} : { 'error.type': failure }) };
    telemetry.record('http.client.request.duration', (performance.now() - start) / 1000, measured);
  };
  const named = span ? { ...outgoing, headers: { ...headers, traceparent: span.traceparent } } : outgoing;
  return { named, done };
}

function faultName(error: unknown): string {
  return error instanceof ServiceFault ? (error.transportCode ?? error.kind) : failureOf(error);
}
