import { randomUUID } from 'node:crypto';
import type { ProblemCode } from '../../../src/contract/catalogue.ts';
import type { TestServer } from '../testServer.ts';
import { request, sendBytes, type RawAnswer } from './rawClient.ts';

/** One row of the table: what goes wrong, and what the client is told. */
export interface Fault {
  readonly name: string;
  /** Brings it about, and gives the answer. */
  readonly act: (server: TestServer) => Promise<RawAnswer>;
  /** 0: the connection ends without an answer, because nobody is there to read it. */
  readonly status: number;
  readonly code?: ProblemCode;
  /** Somebody has to mend the server: the log has to say it loudly. */
  readonly loud?: true;
}

/** Stands in every text that another system says; it may reach neither client nor log. */
export const SAID_UPSTREAM = 'Adele Vance said so upstream';

export async function ask(
  server: TestServer,
  path: string,
  token: string | undefined,
  lines: readonly string[] = [],
): Promise<RawAnswer> {
  const authorization = token === undefined ? [] : [`Authorization: Bearer ${token}`];
  return sendBytes(server.origin, request(path, [...authorization, ...lines]));
}

/** With a good token that was never seen before, so that nothing is answered from memory. */
export async function askAsUser(
  server: TestServer,
  path = '/api/me',
  lines: readonly string[] = [],
): Promise<RawAnswer> {
  return ask(server, path, await server.token({ uti: randomUUID() }), lines);
}
