import { createClient, RESP_TYPES } from '@redis/client';
import { serverNameOf, type RedisAddress } from './redisAddress.ts';

export type RedisClient = ReturnType<typeof createRedisClient>;

/**
 * A client for one connection: it makes no second one by itself and keeps no commands for later. RedisLink decides
 * about both. Values are bytes.
 */
export function createRedisClient(address: RedisAddress, connectMs: number) {
  const { host, port, username, password, database } = address;
  const servername = serverNameOf(host);
  const common = { host, port, connectTimeout: connectMs, reconnectStrategy: false } as const;
  return createClient({
    // RESP3 begins with HELLO, to which only a Redis that accepts us answers well; then the client is ready.
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
    socket: address.tls
      ? { ...common, tls: true, ...(servername === undefined ? {} : { servername }) }
      : { ...common, tls: false },
  });
}
