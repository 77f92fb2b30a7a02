import { isProblem } from '../contract/problem.ts';
import { CallerGone } from './call.ts';
import type { Span } from './telemetry.ts';

/** Work of our own as a child of the request's span; without one, just the work. */
export async function inSpan<T>(
  parent: Span | undefined,
  name: string,
  work: (span: Span | undefined) => Promise<T>,
): Promise<T> {
  if (!parent) return await work(undefined);
  const span = parent.child(name, 'internal');
  try {
    const result = await work(span);
    span.end();
    return result;
  } catch (error) {
    span.end({}, failureOf(error));
    throw error;
  }
}

/** One word of few possible ones. */
export function failureOf(error: unknown): string {
  if (isProblem(error)) return error.code;
  return error instanceof CallerGone ? 'client_left' : 'internal_error';
}
