import { expect, type APIRequestContext } from '@playwright/test';
import type { LogEntry, LogKind, ScenarioInput } from 'office-addin-sandbox';
import { addinApplications } from '../../src/contract/applications.ts';
import type { Application } from '../../src/contract/api.ts';

export const applications = addinApplications;
/** Where the pane can take out again what it has inserted. */
export const undoes: ReadonlySet<Application> = new Set(['word', 'excel', 'powerpoint', 'outlook']);
/** The one that a test opens to which all are alike. */
export const [anyApplication] = addinApplications;

/** The control calls of the sandbox, as any test from outside would make them. */
export class Sandbox {
  readonly #request: APIRequestContext;
  readonly #origin: string;

  constructor(request: APIRequestContext, origin: string) {
    this.#request = request;
    this.#origin = origin;
  }

  async reset(): Promise<void> {
    expect((await this.#request.post(this.#url('reset'))).ok()).toBe(true);
  }

  /** A named scenario, or one composed here; resets counters and log. */
  async scenario(wanted: string | ScenarioInput): Promise<void> {
    const data = typeof wanted === 'string' ? { id: wanted } : { scenario: wanted };
    const answer = await this.#request.put(this.#url('scenario'), { data });
    expect(answer.ok(), await answer.text()).toBe(true);
  }

  async scenarios(): Promise<{ id: string; code?: string; scenario: ScenarioInput }[]> {
    return (await (await this.#request.get(this.#url('scenarios'))).json()) as never;
  }

  /** Entries of these kinds, in order. */
  async log(...kinds: LogKind[]): Promise<LogEntry[]> {
    const entries = (await (await this.#request.get(this.#url('log'))).json()) as LogEntry[];
    return entries.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
  }

  async document(app: Application): Promise<{ app: string; content: unknown[] }> {
    return (await (await this.#request.get(this.#url(`document?app=${app}`))).json()) as never;
  }

  #url(call: string): string {
    return `${this.#origin}/__sandbox/${call}`;
  }
}
