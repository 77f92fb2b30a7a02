import type { Span } from './telemetry.ts';

/** What everything that is done for one request shares. */
export interface Call {
  /** UUID; goes to Entra ID and Graph too, so that their logs and ours can be laid side by side. */
  readonly correlationId: string;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** By when it has to be answered, in milliseconds since the epoch. */
  readonly deadline: number;
  /** What is done for it is told as children of this one; absent without telemetry. */
  readonly span?: Span | undefined;
}

/** Nobody waits for the answer any more: nothing is said, nothing is logged as a fault. */
export class ClientDisconnected extends Error {
  override readonly name = 'ClientDisconnected';

  constructor() {
    super('The client has closed the connection.');
  }
}
