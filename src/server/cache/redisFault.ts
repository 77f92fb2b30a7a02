import { ConnectionTimeoutError, ErrorReply, SocketClosedUnexpectedlyError } from '@redis/client';

/** Redis is not connected; nothing was asked. */
export class RedisAway extends Error {
  override readonly name = 'RedisAway';
}

/** Redis was asked and did not answer in time. */
export class RedisLate extends Error {
  override readonly name = 'RedisLate';
}

/** Redis answered, and the answer is no: out of memory, not allowed, still loading. */
export function isRefusal(error: unknown): error is ErrorReply {
  return error instanceof ErrorReply;
}

/** Why, in a word for the log. Messages are not repeated: they hold hosts, and what Redis likes to quote. */
export function reasonOf(error: unknown): string {
  if (isRefusal(error)) return /^[A-Z]{2,20}\b/.exec(error.message)?.[0] ?? 'ERR';
  if (error instanceof RedisLate || error instanceof ConnectionTimeoutError) return 'late';
  if (error instanceof SocketClosedUnexpectedlyError) return 'closed';
  const { code } = error as { code?: unknown };
  // What is left are the client's complaints about answers that are none of Redis.
  return typeof code === 'string' && /^\w{1,60}$/.test(code) ? code : 'unreadable';
}
