import type { Span } from './telemetry.ts';

/** The context of one API request, passed to all work done for it. */
export interface Call {
  /** UUID. Also sent to Entra ID and Graph, so that their logs can be correlated with ours. */
  readonly correlationId: string;
  /** Aborted when the client disconnects. */
  readonly signal: AbortSignal;
  /** When the response is due, in milliseconds since 1970. */
  readonly deadline: number;
  /** Parent of all spans of this request; absent without telemetry. */
  readonly span?: Span | undefined;
}

/** The client disconnected: send nothing, log no error. */
export class ClientDisconnected extends Error {
  override readonly name = 'ClientDisconnected';

  constructor() {
    super('The client disconnected.');
  }
}
