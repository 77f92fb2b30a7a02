/** Nobody is told to wait longer than this, whatever a service says. */
const MOST_SECONDS = 3_600;

/**
 * Retry-After as RFC 9110 10.2.3 has it: seconds or a date.
 * @returns whole seconds, rounded up; undefined when the header is absent or makes no sense
 */
export function retryAfterSeconds(header: string | undefined, now: number): number | undefined {
  const value = header?.trim();
  if (!value) return undefined;
  const seconds = /^\d+(\.\d+)?$/.test(value) ? Number(value) : (Date.parse(value) - now) / 1000;
  if (Number.isNaN(seconds)) return undefined;
  return Math.min(Math.max(Math.ceil(seconds), 0), MOST_SECONDS);
}
