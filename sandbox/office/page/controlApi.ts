import type { LogEntry } from '../../log.ts';
import type { Scenario, ScenarioInput } from '../../scenario.ts';

export interface NamedScenario {
  readonly id: string;
  readonly title: string;
  readonly group?: string;
  /** Where the row of the tables comes from. */
  readonly source?: string;
  /** The reaction owed to the user. */
  readonly expected?: string;
  readonly code?: string | number | null;
  readonly scenario: ScenarioInput;
}

export interface ScenarioInForce {
  readonly id: string | null;
  readonly scenario: Scenario;
}

export type AccessToken =
  { readonly token: string } | { readonly error: number | null } | { readonly prompt: true };

/** The control calls of the sandbox, by which this page learns and changes what is in force. */
export const controlApi = {
  scenarios: () => call<NamedScenario[]>('GET', 'scenarios'),
  scenario: () => call<ScenarioInForce>('GET', 'scenario'),
  putScenario: (body: { id: string } | { scenario: ScenarioInput }) => call<unknown>('PUT', 'scenario', body),
  log: () => call<LogEntry[]>('GET', 'log'),
  document: async (app: string) =>
    (await call<{ content: unknown[] }>('GET', `document?app=${encodeURIComponent(app)}`)).content,
  writeDocument: (body: { app: string; content: readonly unknown[]; written: unknown }) =>
    call<unknown>('POST', 'office/document', body),
  reset: () => call<unknown>('POST', 'reset'),
  accessToken: (
    body: { app: string; frame: string; options: unknown; promptAnswer?: string },
    signal: AbortSignal,
  ) => call<AccessToken>('POST', 'office/access-token', body, signal),
  dialog: (body: { app: string; url: string; code: number | string | null }) =>
    call<unknown>('POST', 'office/dialog', body),
  nested: (body: unknown, signal: AbortSignal) => call<unknown>('POST', 'office/nested', body, signal),
};

/** Throws for anything but a success: the page's own fault or a sandbox that has ended. */
async function call<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await fetch(`/__sandbox/${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} /__sandbox/${path}: ${response.status} ${text.slice(0, 300)}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}
