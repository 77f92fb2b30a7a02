import type { Dispatcher } from 'undici';
import type { Limits } from '../limits.ts';
import type { Telemetry } from '../telemetry.ts';

/** What requests to other services need. Tests pass their own clock and network. */
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
  /** Larger responses fail. */
  readonly maxBytes: number;
  /** True if a repetition has no side effects, whatever the method. Default: true for GET and HEAD. */
  readonly repeatable?: boolean;
}

export interface ServiceResponse {
  readonly status: number;
  /** Names in lower case; values of repeated headers joined by a comma and a space. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Parses a JSON body. Returns undefined for anything else, such as a proxy's HTML page or a truncated body. */
export function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return undefined; // Callers treat it like any other invalid response.
  }
}
