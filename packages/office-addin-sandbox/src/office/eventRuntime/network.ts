import type { ScriptResponse } from '../../control/eventScripts.ts';
import type { WorkerRequest } from '../eventRuntimeMessages.ts';

/** Sends a request through the host page. Rejects with a TypeError, as fetch does. */
export type Send = (request: WorkerRequest) => Promise<ScriptResponse>;

/** Statuses whose responses have no body (Fetch Standard, null body status). */
const NO_BODY = [101, 103, 204, 205, 304];

/** Returns a `fetch` that accepts only absolute addresses, as in the runtime of classic Outlook. */
export function scriptFetch(send: Send): typeof fetch {
  return async (input, init) => {
    if (!(input instanceof Request) && !URL.canParse(input))
      throw new TypeError(`Failed to parse URL from ${String(input)}: use an absolute address.`);
    const request = new Request(input, init);
    const body = await request.text();
    const response = await send({
      url: request.url,
      method: request.method,
      headers: Object.fromEntries(request.headers),
      ...(body === '' ? {} : { body }),
    });
    return new Response(NO_BODY.includes(response.status) ? null : response.body, {
      status: response.status,
      statusText: response.statusText,
      headers: response.headers.map(([name, value]) => [name, value] as [string, string]),
    });
  };
}

/** Returns the parts of XMLHttpRequest that scripts without a page use, on top of `fetch`. */
export function scriptRequestClass(fetchText: typeof fetch) {
  return class ScriptRequest extends EventTarget {
    readyState = 0;
    status = 0;
    statusText = '';
    responseText = '';
    response: unknown = '';
    responseType = '';
    timeout = 0;
    onreadystatechange: (() => void) | null = null;
    onload: (() => void) | null = null;
    onerror: (() => void) | null = null;
    onloadend: (() => void) | null = null;
    #method = 'GET';
    #url = '';
    #sent = new Headers();
    #received = new Headers();
    readonly #abort = new AbortController();

    open(method: string, url: string): void {
      this.#method = method;
      this.#url = url;
      this.#sent = new Headers();
      this.#advance(1);
    }

    setRequestHeader(name: string, value: string): void {
      this.#sent.append(name, value);
    }

    getResponseHeader(name: string): string | null {
      return this.#received.get(name);
    }

    getAllResponseHeaders(): string {
      return [...this.#received].map(([name, value]) => `${name}: ${value}\r\n`).join('');
    }

    abort(): void {
      this.#abort.abort();
    }

    send(body?: string | null): void {
      void this.#run(body ?? undefined);
    }

    async #run(body: string | undefined): Promise<void> {
      try {
        const response = await fetchText(this.#url, {
          method: this.#method,
          headers: this.#sent,
          ...(body === undefined ? {} : { body }),
        });
        const text = await response.text();
        if (this.#abort.signal.aborted) return;
        this.status = response.status;
        this.statusText = response.statusText;
        this.#received = response.headers;
        this.responseText = text;
        this.response = this.responseType === 'json' ? parsed(text) : text;
        this.#advance(4);
        this.#fire('load');
      } catch {
        this.#advance(4);
        this.#fire('error');
      }
      this.#fire('loadend');
    }

    #advance(state: number): void {
      this.readyState = state;
      this.onreadystatechange?.();
      this.dispatchEvent(new Event('readystatechange'));
    }

    #fire(type: 'load' | 'error' | 'loadend'): void {
      this[`on${type}`]?.();
      this.dispatchEvent(new Event(type));
    }
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
