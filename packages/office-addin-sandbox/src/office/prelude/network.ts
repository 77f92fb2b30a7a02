import type { Problem } from '../../problems.ts';
import type { ServerAnswer } from '../../scenario.ts';
import type { Pane } from './pane.ts';

/** The add-in's own API; pages, scripts and pictures are not scripted. */
const API = '/api/';
const PREFERENCES = '/api/preferences';

/**
 * The pane's way to its server, as the scenario says: no network, answers in place of the server's, or a request
 * that is damaged on the way so that the real server refuses it. Usually everything passes untouched.
 * @returns `changed`, to be called when the pane's facts have changed
 */
export function scriptNetwork(pane: Pane): { changed(): void } {
  const send = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { origin, pathname } = new URL(request.url);
    if (pane.facts.offline) throw unreachable();
    const kind = pathname.startsWith(PREFERENCES) ? 'preferences' : 'server';
    const scripted = origin === location.origin && pathname.startsWith(API);
    if (!scripted || !pane.facts.scripted.includes(kind)) return send(input, init);
    const answer = (await pane.ask(kind, `${request.method} ${pathname}`)) as ScriptedAnswer;
    return carryOut(answer, request, send);
  };

  let offline = pane.facts.offline;
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => !pane.facts.offline });
  return {
    changed() {
      if (offline === pane.facts.offline) return;
      offline = pane.facts.offline;
      window.dispatchEvent(new Event(offline ? 'offline' : 'online'));
    },
  };
}

/** The sandbox adds status and title of the problem. */
type ScriptedAnswer = Exclude<ServerAnswer, object> | (Extract<ServerAnswer, object> & Problem);

function carryOut(answer: ScriptedAnswer, request: Request, send: typeof fetch): Promise<Response> {
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

/** Returns a problem as the server writes it (RFC 9457). */
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

/** What fetch rejects with in Chromium when there is no way to the server. */
const unreachable = () => new TypeError('Failed to fetch');
