import { request, type Dispatcher } from 'undici';
import { CallerGone } from '../call.ts';
import { ServiceFault } from './serviceFault.ts';

export interface Outgoing {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** More than this is not read. */
  readonly maxBytes: number;
}

export interface Answer {
  readonly status: number;
  /** Names in lower case; a header that came more than once is joined by a comma and a space. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/**
 * One request, one answer, wholly read, within the time.
 * @param signal aborted: the request is torn down at once
 * @throws ServiceFault, or CallerGone
 */
export async function send(
  dispatcher: Dispatcher,
  outgoing: Outgoing,
  signal: AbortSignal,
  timeoutMs: number,
): Promise<Answer> {
  if (signal.aborted) throw new CallerGone();
  if (timeoutMs <= 0) throw new ServiceFault('timeout');
  const stop = new AbortController();
  const abort = () => stop.abort();
  const timer = setTimeout(abort, timeoutMs);
  signal.addEventListener('abort', abort, { once: true });
  try {
    const { method, url, headers, body, maxBytes } = outgoing;
    const response = await request(url, {
      dispatcher,
      method,
      headers,
      body: body ?? null,
      signal: stop.signal,
    });
    const bytes = await readUpTo(response.body, maxBytes);
    return { status: response.statusCode, headers: flat(response.headers), body: bytes };
  } catch (error) {
    if (signal.aborted) throw new CallerGone();
    if (error instanceof ServiceFault) throw error;
    throw new ServiceFault(stop.signal.aborted ? 'timeout' : 'unreachable', error);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}

async function readUpTo(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > maxBytes) throw new ServiceFault('too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function flat(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const lines: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) lines[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return lines;
}
