import type { Problem } from '../../problems.ts';
import type { ServerAnswer } from '../../scenario.ts';
import type { Pane } from './pane.ts';

/** The add-in's API. Requests for pages, scripts and images aren't scripted. */
const API = '/api/';
const PREFERENCES = '/api/preferences';

/**
 * Applies the scenario to the pane's requests: no network, a response instead of the server's, or an altered request
 * that the real server rejects. Otherwise requests pass unchanged.
 */
export function scriptNetwork(pane: Pane): { configChanged(): void } {
  const send = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { origin, pathname } = new URL(request.url);
    if (pane.config.offline) throw unreachable();
    const kind = pathname.startsWith(PREFERENCES) ? 'preferences' : 'server';
    const scripted = origin === location.origin && pathname.startsWith(API);
    if (!scripted || !pane.config.scripted.includes(kind)) return send(input, init);
    const answer = (await pane.ask(kind, `${request.method} ${pathname}`)) as ScriptedAnswer;
    return applyAnswer(answer, request, send);
  };

  let offline = pane.config.offline;
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => !pane.config.offline });
  return {
    configChanged() {
      if (offline === pane.config.offline) return;
      offline = pane.config.offline;
      window.dispatchEvent(new Event(offline ? 'offline' : 'online'));
    },
  };
}

/** An answer with the status and title of its problem, which the sandbox adds. */
type ScriptedAnswer = Exclude<ServerAnswer, object> | (Extract<ServerAnswer, object> & Problem);

function applyAnswer(answer: ScriptedAnswer, request: Request, send: typeof fetch): Promise<Response> {
  if (typeof answer === 'object') return Promise.resolve(problem(answer));
  switch (answer) {
    case 'ok':
      return send(request);
    case 'hang':
      return new Promise((_, reject) => {
        request.signal.addEventListener('abort', () => reject(request.signal.reason as Error));
      });
    case 'reset':
      return Promise.reject(unreachable());
    case 'html':
      return Promise.resolve(
        new Response('<!doctype html><title>Sign in to this network</title>', {
          headers: { 'content-type': 'text/html' },
        }),
      );
    case 'no-token': {
      const headers = new Headers(request.headers);
      headers.delete('authorization');
      return send(new Request(request, { headers }));
    }
    case 'malformed': {
      const url = new URL(request.url);
      url.searchParams.set('top', 'many');
      return send(new Request(url, request));
    }
  }
}

/** Returns a response with a problem (RFC 9457). */
function problem({ code, status, title, retryAfter }: Extract<ScriptedAnswer, object>): Response {
  const body = {
    type: `urn:problem:${code}`,
    title,
    status,
    code,
    correlationId: crypto.randomUUID(),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
}

/** The error of fetch in Chromium for an unreachable server. */
const unreachable = () => new TypeError('Failed to fetch');
