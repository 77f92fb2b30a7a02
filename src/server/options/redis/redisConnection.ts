import {
  ConnectionTimeoutError,
  createClient,
  ErrorReply,
  RESP_TYPES,
  SocketClosedUnexpectedlyError,
} from '@redis/client';
import { withTimeLimit } from '../../../contract/timeLimit.ts';
import { RedisError, serverNameOf, type RedisAddress, type RedisConnection } from './redisCircuitBreaker.ts';

/** The only file that imports the Redis client. Loaded only with CACHE_URL, because the client is large. */

/** Deletes a value if it has not changed since it was read. */
const REMOVE_IF_SAME = `
  if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
  return 0`;

/**
 * Opens a connection, and resolves once Redis has responded on it. It neither reconnects nor queues commands.
 * @param limitMs total time limit; `signal` cancels earlier
 * @param onError called if the connection breaks later; destroy it then
 * @throws RedisError
 */
export async function openRedis(
  address: RedisAddress,
  limitMs: number,
  signal: AbortSignal,
  onError: (error: RedisError) => void,
): Promise<RedisConnection> {
  const deadline = performance.now() + limitMs;
  const token = address.token && (await tokenOf(address.token, limitMs, signal));
  const client = clientOf(token === undefined ? address : { ...address, password: token }, limitMs);
  let opened = false;
  let ended: RedisError | undefined;
  const end = (error: RedisError) => {
    ended ??= error;
    client.destroy();
  };
  // A client that is destroyed while its socket connects would continue to connect.
  client.on('connect', () => ended && client.destroy());
  client.on('error', (error) => {
    if (ended) return; // Errors caused by destroying it.
    if (opened) onError(asRedisError(error));
    else end(asRedisError(error));
  });
  const onAbort = () => end(new RedisError('disconnected'));
  signal.addEventListener('abort', onAbort, { once: true });
  const timer = setTimeout(() => end(new RedisError('timeout')), Math.max(0, deadline - performance.now()));
  try {
    await client.connect();
    // The client accepts any greeting.
    if ((await client.ping()) !== 'PONG') end(new RedisError('broken', 'unreadable'));
  } catch (error) {
    end(asRedisError(error));
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
  if (ended) throw ended;
  opened = true;
  const renewSignIn = signInRenewal(client, address, token, (error) => {
    if (!ended) onError(error);
  });
  return { ...commandsOf(client), renewSignIn, destroy: () => end(new RedisError('disconnected')) };
}

type Client = ReturnType<typeof clientOf>;

function clientOf({ host, port, tls, username, password, database }: RedisAddress, connectMs: number) {
  const servername = serverNameOf(host);
  const common = { host, port, connectTimeout: connectMs, reconnectStrategy: false } as const;
  return createClient({
    // RESP3 starts with HELLO, which succeeds only if Redis accepts the sign-in.
    RESP: 3,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    database,
    disableOfflineQueue: true,
    disableClientInfo: true,
    // These notifications would raise the time limits during maintenance of Redis Enterprise.
    maintNotifications: 'disabled',
    // The client's own timeout ends when a command is written, not when Redis responds. RedisCircuitBreaker has one instead.
    commandOptions: { timeout: 0, typeMapping: { [RESP_TYPES.BLOB_STRING]: Buffer } },
    socket: tls
      ? { ...common, tls: true, ...(servername === undefined ? {} : { servername }) }
      : { ...common, tls: false },
  });
}

/** @throws RedisError with the reason `identity` if there is no token */
async function tokenOf(get: () => Promise<string>, limitMs: number, signal: AbortSignal): Promise<string> {
  const timeoutError = () => new RedisError('timeout', 'identity');
  return await withTimeLimit(get(), limitMs, timeoutError, signal).catch((error: unknown) => {
    throw error instanceof RedisError ? error : new RedisError('rejected', 'identity', { cause: error });
  });
}

/** @param onRejected called if Redis rejects the newer token; close the connection then */
function signInRenewal(
  client: Client,
  { username = 'default', token: get }: RedisAddress,
  first: string | undefined,
  onRejected: (error: RedisError) => void,
): () => void {
  let used = first;
  return () => {
    if (!get) return;
    get().then(
      async (newer) => {
        if (newer === used) return;
        used = newer;
        await client
          .auth({ username, password: newer })
          .catch((error: unknown) => onRejected(asRedisError(error)));
      },
      // The connection works until its token expires; the next call tries again.
      () => undefined,
    );
  };
}

function commandsOf(client: Client): Omit<RedisConnection, 'destroy' | 'renewSignIn'> {
  return {
    async ping() {
      await withRedisErrors(client.ping());
    },
    async read(key, maxBytes) {
      // GET would load a value of any size.
      const found: unknown = await withRedisErrors(client.getRange(key, 0, maxBytes - 1));
      return Buffer.isBuffer(found) ? found : Buffer.alloc(0);
    },
    async write(key, value, ttlMs) {
      // A duration instead of a time, because Redis's clock may differ.
      await withRedisErrors(client.set(key, value, { expiration: { type: 'PX', value: ttlMs } }));
    },
    async removeIfSame(key, value) {
      await withRedisErrors(client.eval(REMOVE_IF_SAME, { keys: [key], arguments: [value] }));
    },
  };
}

async function withRedisErrors<T>(reply: Promise<T>): Promise<T> {
  try {
    return await reply;
  } catch (error) {
    throw asRedisError(error);
  }
}

function asRedisError(error: unknown): RedisError {
  const cause = { cause: error };
  if (error instanceof ErrorReply) {
    const word = /^[A-Z]{2,20}\b/.exec(error.message)?.[0];
    return new RedisError('rejected', word ?? 'ERR', cause);
  }
  if (error instanceof ConnectionTimeoutError) return new RedisError('timeout', 'timeout', cause);
  if (error instanceof SocketClosedUnexpectedlyError) return new RedisError('broken', 'closed', cause);
  const { code } = error as { code?: unknown };
  // The remaining errors are about responses that are not from Redis.
  const known = typeof code === 'string' && /^\w{1,60}$/.test(code);
  return new RedisError('broken', known ? code : 'unreadable', cause);
}
