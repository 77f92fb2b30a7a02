import type { Dispatcher } from 'undici';
import { CallerGone } from '../call.ts';
import type { Answer, Outgoing } from './exchange.ts';
import { Reading } from './reading.ts';
import { ServiceFault } from './serviceFault.ts';

/**
 * One request, one answer, wholly read, within the time.
 * @param signal aborted: the request is torn down at once
 * @throws ServiceFault, or CallerGone
 */
export async function send(
  dispatcher: Dispatcher,
  { method, url, headers, body, maxBytes }: Outgoing,
  signal: AbortSignal,
  timeoutMs: number,
): Promise<Answer> {
  if (signal.aborted) throw new CallerGone();
  if (timeoutMs <= 0) throw new ServiceFault('timeout');
  const reading = new Reading(maxBytes);
  const leave = () => reading.giveUp(new CallerGone());
  const timer = setTimeout(() => reading.giveUp(new ServiceFault('timeout')), timeoutMs);
  signal.addEventListener('abort', leave, { once: true });
  try {
    const { origin, path } = placeOf(url);
    dispatcher.dispatch({ origin, path, method, headers: { ...headers }, body: body ?? null }, reading);
    return await reading.answer;
  } catch (error) {
    if (error instanceof CallerGone || error instanceof ServiceFault) throw error;
    throw new ServiceFault('unreachable', error);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', leave);
  }
}

/** All addresses are ours, made of an origin and a path: taking them apart again needs no parser of addresses. */
function placeOf(url: string): { origin: string; path: string } {
  const end = url.indexOf('/', 'https://'.length);
  return end < 0 ? { origin: url, path: '/' } : { origin: url.slice(0, end), path: url.slice(end) };
}
