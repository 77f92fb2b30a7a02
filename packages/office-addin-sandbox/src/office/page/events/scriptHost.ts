import type { FromWorker, ToWorker } from '../../eventRuntimeMessages.ts';
import { controlApi } from '../controlApi.ts';
import type { AddinHost } from '../endpoint.ts';

/** Runs the script of an event handler in a worker, without a page. */
export class ScriptHost implements AddinHost {
  readonly #worker = new Worker('/event-runtime.js');
  readonly #listeners = new Set<(data: unknown) => void>();
  readonly #script: { readonly url: string; readonly text: string };

  /** @param failed called if the script can't be started */
  constructor(script: { readonly url: string; readonly text: string }, failed: (message: string) => void) {
    this.#script = script;
    this.#worker.addEventListener('error', ({ message }) => failed(message));
    this.#worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      switch (data.kind) {
        case 'message':
          for (const listener of this.#listeners) listener(data.data);
          return;
        case 'fetch':
          void controlApi
            .eventFetch({ script: script.url, ...data.request })
            .catch((error: Error) => ({ error: error.message }))
            .then((answer) => this.#post({ kind: 'fetched', id: data.id, answer }));
          return;
        case 'failed':
          failed(data.message);
      }
    });
  }

  endpoint() {
    return {
      post: (data: unknown) => this.#post({ kind: 'message', data }),
      listen: (listener: (data: unknown) => void) => {
        this.#listeners.add(listener);
        return () => void this.#listeners.delete(listener);
      },
    };
  }

  open(name: string): void {
    this.#post({ kind: 'start', name, ...this.#script });
  }

  focus(): void {
    // There is no page.
  }

  started(): void {
    // There is no page to mark.
  }

  terminate(): void {
    this.#worker.terminate();
  }

  #post(message: ToWorker): void {
    this.#worker.postMessage(message);
  }
}
