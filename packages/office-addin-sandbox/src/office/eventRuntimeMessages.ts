import type { ScriptResponse } from '../control/eventScripts.ts';

/** Messages between the host page and the worker that runs the script of an event handler. */

export type ToWorker =
  /** `name`: of the window, for office.js. `url` and `text`: the script. */
  | { readonly kind: 'start'; readonly name: string; readonly url: string; readonly text: string }
  | { readonly kind: 'message'; readonly data: unknown }
  | {
      readonly kind: 'fetched';
      readonly id: number;
      readonly answer: { readonly response: ScriptResponse } | { readonly error: string };
    };

export type FromWorker =
  | { readonly kind: 'message'; readonly data: unknown }
  | { readonly kind: 'fetch'; readonly id: number; readonly request: WorkerRequest }
  /** The script couldn't be started. */
  | { readonly kind: 'failed'; readonly message: string };

export interface WorkerRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}
