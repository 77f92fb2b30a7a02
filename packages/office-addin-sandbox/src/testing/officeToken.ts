import type { TestSandbox } from './testSandbox.ts';
import { json } from './testSandbox.ts';

export interface OfficeReply {
  readonly token?: string;
  readonly error?: number | null;
  readonly prompt?: boolean;
}

/** Sends the control call of the host page for getAccessToken. */
export function askOffice(
  sandbox: TestSandbox,
  options: Record<string, unknown> = {},
  rest: Record<string, unknown> = {},
): Promise<OfficeReply> {
  return json(postControl(sandbox, 'office/access-token', { app: 'word', options, ...rest }));
}

export function postControl(sandbox: TestSandbox, path: string, body: unknown, signal?: AbortSignal) {
  return sandbox.fetch(`${sandbox.origins.office}/__sandbox/${path}`, {
    method: path === 'scenario' ? 'PUT' : 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });
}

/** Returns the token of the scenario's user. */
export async function officeToken(
  sandbox: TestSandbox,
  options: Record<string, unknown> = {},
): Promise<string> {
  const { token } = await askOffice(sandbox, options);
  if (!token) throw new Error('Office returned no token.');
  return token;
}
