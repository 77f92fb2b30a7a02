import { isProblem } from '../contract/problem.ts';
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

/** Runs work in a child span of `parent`, or without a span if there is no parent. */
export async function inSpan<T>(
  parent: Span | undefined,
  name: string,
  work: (span: Span | undefined) => Promise<T>,
): Promise<T> {
  if (!parent) return await work(undefined);
  const span = parent.child(name, 'internal');
  try {
    const result = await work(span);
    span.end();
    return result;
  } catch (error) {
    span.end({}, failureOf(error));
    throw error;
  }
}

/** Returns `error.type` for an error: a problem code, `client_left` or `internal_error`. */
export function failureOf(error: unknown): string {
  if (isProblem(error)) return error.code;
  return error instanceof ClientDisconnected ? 'client_left' : 'internal_error';
}
