import type { ProblemCode } from '../../contract/catalogue.ts';
import { ProblemError } from '../../contract/problem.ts';
import { UpstreamError } from './upstreamError.ts';

/**
 * Why there is no readable response. `unreachable`: the connection was refused, reset or cut off, worth a retry;
 * `timeout`: no complete response within the time limit; `too-large`: more bytes than `maxBytes`.
 */
export type TransportErrorKind = 'timeout' | 'unreachable' | 'too-large';

export class TransportError extends Error {
  override readonly name = 'TransportError';
  readonly kind: TransportErrorKind;
  /** For the log: the system's or TLS error code, such as ECONNRESET or UNABLE_TO_VERIFY_LEAF_SIGNATURE. */
  readonly transportCode: string | undefined;
  /** False if the service has not seen the request. */
  readonly wasSent: boolean;

  constructor(kind: TransportErrorKind, cause?: unknown, wasSent = true) {
    super(`The service did not respond: ${kind}.`, { cause });
    this.kind = kind;
    this.wasSent = wasSent;
    this.transportCode = codeOf(cause);
  }
}

function codeOf(cause: unknown): string | undefined {
  if (typeof cause !== 'object' || cause === null) return undefined;
  const { code, cause: inner } = cause as { code?: unknown; cause?: unknown };
  return typeof code === 'string' ? code : codeOf(inner);
}

/** The log name of a service that the server calls. */
export type Service = 'entra' | 'entra-keys' | 'graph';

const codes = {
  timeout: { entra: 'entra_timeout', graph: 'graph_timeout' },
  unreachable: { entra: 'entra_unavailable', graph: 'graph_unavailable' },
  'too-large': { entra: 'entra_error', graph: 'graph_error' },
} as const satisfies Record<TransportErrorKind, Record<'entra' | 'graph', ProblemCode>>;

/** Returns the problem of a service without a readable response. */
export function transportProblem(error: TransportError, service: Service): ProblemError {
  const code = codes[error.kind][service === 'graph' ? 'graph' : 'entra'];
  const facts = { service, fault: error.kind, transport: error.transportCode };
  return new ProblemError(code, {}, { cause: new UpstreamError(facts) });
}
