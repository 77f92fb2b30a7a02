import type { ProblemCode } from '../../contract/catalogue.ts';
import { ProblemError } from '../../contract/problem.ts';
import { ServiceAnswer } from './serviceAnswer.ts';

/**
 * Why a service gave no answer that can be read. `unreachable`: refused, reset or cut off, worth another try;
 * `timeout`: silence until the limit; `too-large`: more bytes than the answer can have.
 */
export type FaultKind = 'timeout' | 'unreachable' | 'too-large';

export class ServiceFault extends Error {
  override readonly name = 'ServiceFault';
  readonly kind: FaultKind;
  /** Code of the transport, such as ECONNRESET or UNABLE_TO_VERIFY_LEAF_SIGNATURE; for the log. */
  readonly transportCode: string | undefined;
  /** False: the service has not seen the request. */
  readonly wasSent: boolean;

  constructor(kind: FaultKind, cause?: unknown, wasSent = true) {
    super(`The service gave no answer: ${kind}.`, { cause });
    this.kind = kind;
    this.wasSent = wasSent;
    this.transportCode = codeOf(cause);
  }
}

function codeOf(cause: unknown): string | undefined {
  if (typeof cause !== 'object' || cause === null) return undefined;
  const { code, cause: deeper } = cause as { code?: unknown; cause?: unknown };
  return typeof code === 'string' ? code : codeOf(deeper);
}

/** A service that the server calls, as the log names it. */
export type Service = 'entra' | 'entra-keys' | 'graph';

const codes = {
  timeout: { entra: 'entra_timeout', graph: 'graph_timeout' },
  unreachable: { entra: 'entra_unavailable', graph: 'graph_unavailable' },
  'too-large': { entra: 'entra_error', graph: 'graph_error' },
} as const satisfies Record<FaultKind, Record<'entra' | 'graph', ProblemCode>>;

/** Returns the problem of a service that gave no answer that can be read. */
export function faultProblem(fault: ServiceFault, service: Service): ProblemError {
  const code = codes[fault.kind][service === 'graph' ? 'graph' : 'entra'];
  const facts = { service, fault: fault.kind, transport: fault.transportCode };
  return new ProblemError(code, {}, { cause: new ServiceAnswer(facts) });
}
