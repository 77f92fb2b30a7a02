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

  constructor(kind: FaultKind, cause?: unknown) {
    super(`The service gave no answer: ${kind}.`, { cause });
    this.kind = kind;
    this.transportCode = codeOf(cause);
  }
}

function codeOf(cause: unknown): string | undefined {
  if (typeof cause !== 'object' || cause === null) return undefined;
  const { code, cause: deeper } = cause as { code?: unknown; cause?: unknown };
  return typeof code === 'string' ? code : codeOf(deeper);
}
