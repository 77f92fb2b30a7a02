import type { Dispatcher } from 'undici';
import type { Limits } from '../limits.ts';
import type { Telemetry } from '../telemetry.ts';

/** How the server reaches other services; tests pass their own time and network. */
export interface HttpClient {
  readonly dispatcher: Dispatcher;
  readonly limits: Limits;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** 0 to 1. */
  readonly random: () => number;
  readonly telemetry?: Telemetry | undefined;
}

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface OutgoingRequest {
  readonly method: Method;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** A larger response is not read. */
  readonly maxBytes: number;
  /** True: repeating it changes nothing, whatever the method. Default: true for GET and HEAD. */
  readonly repeatable?: boolean;
}

export interface ServiceResponse {
  readonly status: number;
  /** Names in lower case; a header that came more than once is joined by a comma and a space. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Returns the JSON value in a body; undefined when there is none (a page of a proxy, a cut body). */
export function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return undefined; // Callers handle "no JSON" as one of the wrong answers.
  }
}
