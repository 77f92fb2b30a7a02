import {
  ConnectionTimeoutError,
  createClient,
  ErrorReply,
  RESP_TYPES,
  SocketClosedUnexpectedlyError,
} from '@redis/client';
import { withTimeLimit } from '../../../contract/timeLimit.ts';
import { serverNameOf, type RedisAddress } from './redisAddress.ts';
import { RedisFault } from './redisFault.ts';

/** The only file that knows the client; loaded when there is a Redis in the settings, since it is large. */

/** Takes a value away if it still is the one that was looked at. */
const REMOVE_IF_SAME = `
  if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
  return 0`;

/** Every command rejects with a RedisFault. None has a limit in time: see RedisLink. */
export interface RedisConnection {
  ping(): Promise<void>;
  /** Not more than so many bytes. Empty: there is nothing. */
  read(key: string, most: number): Promise<Buffer>;
  write(key: string, value: Buffer, forMs: number): Promise<void>;
  /** @param value what was read before */
  removeIfSame(key: string, value: Buffer): Promise<void>;
  /** Signs in again in the background if there is a newer token: Azure cuts a connection whose token has expired. */
  renewSignIn(): void;
  /** Ends it at once; what waits for an answer is rejected. */
  destroy(): void;
}

/**
 * One connection, on which Redis has answered. It makes no second one by itself and keeps no commands for later.
 * @param limitMs for all of it; `signal` ends it sooner
 * @param onFault when it breaks later on; it should then be destroyed
 * @throws RedisFault
 */
export async function openRedis(
  address: RedisAddress,
  limitMs: number,
  signal: AbortSignal,
  onFault: (fault: RedisFault) => void,
): Promise<RedisConnection> {
  const deadline = performance.now() + limitMs;
  const token = address.token && (await tokenOf(address.token, limitMs, signal));
  const client = clientOf(token === undefined ? address : { ...address, password: token }, limitMs);
  let opened = false;
  let ended: RedisFault | undefined;
  const end = (fault: RedisFault) => {
    ended ??= fault;
    client.destroy();
  };
  // A client that is destroyed while its socket connects would go on with it.
  client.on('connect', () => ended && client.destroy());
  client.on('error', (error) => {
    if (ended) return; // Its last complaints.
    if (opened) onFault(faultOf(error));
    else end(faultOf(error));
  });
  const onAbort = () => end(new RedisFault('away'));
  signal.addEventListener('abort', onAbort, { once: true });
  const timer = setTimeout(() => end(new RedisFault('late')), Math.max(0, deadline - performance.now()));
  try {
    await client.connect();
    // The client takes anything for a greeting.
    if ((await client.ping()) !== 'PONG') end(new RedisFault('broken', 'unreadable'));
  } catch (error) {
    end(faultOf(error));
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
  if (ended) throw ended;
  opened = true;
  const renewSignIn = signInRenewal(client, address, token, (fault) => {
    if (!ended) onFault(fault);
  });
  return { ...commandsOf(client), renewSignIn, destroy: () => end(new RedisFault('away')) };
}

type Client = ReturnType<typeof clientOf>;

function clientOf({ host, port, tls, username, password, database }: RedisAddress, connectMs: number) {
  const servername = serverNameOf(host);
  const common = { host, port, connectTimeout: connectMs, reconnectStrategy: false } as const;
  return createClient({
    // RESP3 begins with HELLO, which only a Redis that accepts us answers well.
    RESP: 3,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    database,
    disableOfflineQueue: true,
    disableClientInfo: true,
    // Would raise the time limits while Redis Enterprise is being maintained; ours hold always.
    maintNotifications: 'disabled',
    // The client's own limit ends when a command is written, not when it is answered: RedisLink has one that does.
    commandOptions: { timeout: 0, typeMapping: { [RESP_TYPES.BLOB_STRING]: Buffer } },
    socket: tls
      ? { ...common, tls: true, ...(servername === undefined ? {} : { servername }) }
      : { ...common, tls: false },
  });
}

/** @throws RedisFault with the reason `identity` when no token can be had */
async function tokenOf(get: () => Promise<string>, limitMs: number, signal: AbortSignal): Promise<string> {
  const late = () => new RedisFault('late', 'identity');
  return await withTimeLimit(get(), limitMs, late, signal).catch((error: unknown) => {
    throw error instanceof RedisFault ? error : new RedisFault('refused', 'identity', { cause: error });
  });
}

/** @param onRefused Redis does not accept the newer token; the connection should be given up */
function signInRenewal(
  client: Client,
  { username = 'default', token: get }: RedisAddress,
  first: string | undefined,
  onRefused: (fault: RedisFault) => void,
): () => void {
  let used = first;
  return () => {
    if (!get) return;
    get().then(
      async (newer) => {
        if (newer === used) return;
        used = newer;
        await client.auth({ username, password: newer }).catch((error: unknown) => onRefused(faultOf(error)));
      },
      // The connection is good until its token expires; the next call tries again.
      () => undefined,
    );
  };
}

function commandsOf(client: Client): Omit<RedisConnection, 'destroy' | 'renewSignIn'> {
  return {
    async ping() {
      await told(client.ping());
    },
    async read(key, most) {
      // GET would take in whatever somebody has put there.
      const found: unknown = await told(client.getRange(key, 0, most - 1));
      return Buffer.isBuffer(found) ? found : Buffer.alloc(0);
    },
    async write(key, value, forMs) {
      // For so long, not until then: the clock of Redis may differ.
      await told(client.set(key, value, { expiration: { type: 'PX', value: forMs } }));
    },
    async removeIfSame(key, value) {
      await told(client.eval(REMOVE_IF_SAME, { keys: [key], arguments: [value] }));
    },
  };
}

async function told<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw faultOf(error);
  }
}

function faultOf(error: unknown): RedisFault {
  const cause = { cause: error };
  if (error instanceof ErrorReply) {
    const word = /^[A-Z]{2,20}\b/.exec(error.message)?.[0];
    return new RedisFault('refused', word ?? 'ERR', cause);
  }
  if (error instanceof ConnectionTimeoutError) return new RedisFault('late', 'late', cause);
  if (error instanceof SocketClosedUnexpectedlyError) return new RedisFault('broken', 'closed', cause);
  const { code } = error as { code?: unknown };
  // What is left are the client's complaints about answers that are none of Redis.
  const known = typeof code === 'string' && /^\w{1,60}$/.test(code);
  return new RedisFault('broken', known ? code : 'unreadable', cause);
}
