import { randomUUID } from 'node:crypto';
import type { ProblemCode } from '../../../src/contract/catalogue.ts';
import type { TestServer } from '../testServer.ts';
import { request, sendBytes, type RawResponse } from './rawClient.ts';

/** One row of the table: what goes wrong, and what the client receives. */
export interface Fault {
  readonly name: string;
  /** Causes the fault, and returns the response. */
  readonly act: (server: TestServer) => Promise<RawResponse>;
  /** 0: the connection closes without a response, because the client has disconnected. */
  readonly status: number;
  readonly code?: ProblemCode;
  /** True if the server needs fixing, so the log must contain an error. */
  readonly logsError?: true;
}

/** Part of every text from another system. It must reach neither the client nor the log. */
export const UPSTREAM_TEXT = 'Adele Vance wrote this upstream';

export async function ask(
  server: TestServer,
  path: string,
  token: string | undefined,
  lines: readonly string[] = [],
): Promise<RawResponse> {
  const authorization = token === undefined ? [] : [`Authorization: Bearer ${token}`];
  return sendBytes(server.origin, request(path, [...authorization, ...lines]));
}

/** Uses a new valid token, so that no response comes from a cache. */
export async function askAsUser(
  server: TestServer,
  path = '/api/me',
  lines: readonly string[] = [],
): Promise<RawResponse> {
  return ask(server, path, await server.token({ uti: randomUUID() }), lines);
}
