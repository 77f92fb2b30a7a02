import type { LogEntry } from '../../log.ts';
import type { Scenario, ScenarioInput } from '../../scenario.ts';
import type { ScriptedInPane } from '../../scriptedInPane.ts';
import type { NamedScenario } from '../../scenarios/namedScenario.ts';
import { parseObject } from './envelope.ts';

export type { NamedScenario };

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
  putScenario: (body: { id: string } | { scenario: ScenarioInput }) =>
    call<ScenarioInForce>('PUT', 'scenario', body),
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
  scripted: (body: { app: string; kind: ScriptedInPane; what: string }, signal: AbortSignal) =>
    call<{ answer: unknown }>('POST', 'office/scripted', body, signal),
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
  if (!response.ok) {
    throw new Error(
      sentenceOf(text) ?? `${method} /__sandbox/${path}: ${response.status} ${text.slice(0, 300)}`,
    );
  }
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** What the sandbox itself says of the fault, such as the member of a scenario that is wrong. */
function sentenceOf(text: string): string | undefined {
  const error = parseObject(text)?.['error'];
  return typeof error === 'string' ? error : undefined;
}
