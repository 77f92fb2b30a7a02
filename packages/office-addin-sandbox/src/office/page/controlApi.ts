import type { LogEntry } from '../../log.ts';
import type { ScriptRequest, ScriptResponse } from '../../control/eventScripts.ts';
import type { EventRuntime, LaunchEventResult } from '../../control/launchEvents.ts';
import type { Scenario, ScenarioInput } from '../../scenario.ts';
import type { ScriptedInPane } from '../../scriptedInPane.ts';
import type { NamedScenario } from '../../scenarios/namedScenario.ts';
import { parseObject } from './envelope.ts';

export type { NamedScenario };

export interface CurrentScenario {
  readonly id: string | null;
  readonly scenario: Scenario;
}

export type AccessToken =
  { readonly token: string } | { readonly error: number | null } | { readonly prompt: true };

/** Client for the control calls of the sandbox. */
export const controlApi = {
  scenarios: () => call<NamedScenario[]>('GET', 'scenarios'),
  scenario: () => call<CurrentScenario>('GET', 'scenario'),
  putScenario: (body: { id: string } | { scenario: ScenarioInput }) =>
    call<CurrentScenario>('PUT', 'scenario', body),
  log: () => call<LogEntry[]>('GET', 'log'),
  document: async (app: string) =>
    (await call<{ content: unknown[] }>('GET', `document?app=${encodeURIComponent(app)}`)).content,
  writeDocument: (body: { app: string; content: readonly unknown[]; written: unknown }) =>
    call<unknown>('POST', 'office/document', body),
  reset: () => call<unknown>('POST', 'reset'),
  accessToken: (
    body: {
      app: string;
      addin?: string;
      script?: string;
      frame: string;
      options: unknown;
      promptAnswer?: string;
    },
    signal: AbortSignal,
  ) => call<AccessToken>('POST', 'office/access-token', body, signal),
  notImplemented: (body: { app: string; member: string; requirementSet: string }) =>
    call<unknown>('POST', 'office/not-implemented', body),
  dialog: (body: { app: string; url: string; code: number | string | null }) =>
    call<unknown>('POST', 'office/dialog', body),
  command: (body: { app: string; functionName: string; answer: string | number }) =>
    call<unknown>('POST', 'office/command', body),
  launchEvent: (body: {
    app: string;
    type: string;
    functionName?: string;
    runtime?: EventRuntime;
    answer: string | number;
    message?: string;
  }) => call<unknown>('POST', 'office/launch-event', body),
  claimLaunchEvent: (id: string) => call<{ claimed: boolean }>('POST', `office/launch-event/${id}/claim`, {}),
  finishLaunchEvent: (id: string, result: LaunchEventResult) =>
    call<unknown>('POST', `office/launch-event/${id}/result`, result),
  eventScript: (script: string) =>
    call<{ text: string } | { error: string }>('POST', 'office/event-script', { script }),
  eventFetch: (body: ScriptRequest) =>
    call<{ response: ScriptResponse } | { error: string }>('POST', 'office/event-fetch', body),
  scripted: (body: { app: string; kind: ScriptedInPane; what: string }, signal: AbortSignal) =>
    call<{ answer: unknown }>('POST', 'office/scripted', body, signal),
  nested: (body: unknown, signal: AbortSignal) => call<unknown>('POST', 'office/nested', body, signal),
};

/** Throws an Error for any response that isn't a success. */
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
      messageOf(text) ?? `${method} /__sandbox/${path}: ${response.status} ${text.slice(0, 300)}`,
    );
  }
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** Returns the error message of the sandbox. */
function messageOf(text: string): string | undefined {
  const error = parseObject(text)?.['error'];
  return typeof error === 'string' ? error : undefined;
}
