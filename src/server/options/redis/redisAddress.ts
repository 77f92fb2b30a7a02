import { isIP } from 'node:net';
import { ConfigError } from '../../configError.ts';

export interface RedisAddress {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  readonly username?: string;
  readonly password?: string;
  /** Gets a token to sign in with instead of a password; it expires, and the next call gets another one. */
  readonly token?: (() => Promise<string>) | undefined;
  readonly database: number;
}

const PORT = 6379;

/**
 * @param url redis[s]://[[user][:password]@]host[:port][/database], such as
 *   https://www.iana.org/assignments/uri-schemes/prov/redis has it
 * @throws ConfigError that names CACHE_URL and repeats nothing of it
 */
export function redisAddress(url: string): RedisAddress {
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  if (host === '') throw wrong('names no host');
  if (!/^\/?\d{0,4}$/.test(pathname))
    throw wrong('has a path that is not the number of a database, such as /0');
  return {
    host,
    port: port === '' ? PORT : Number(port),
    tls: protocol === 'rediss:',
    ...(username === '' ? {} : { username: decoded(username) }),
    ...(password === '' ? {} : { password: decoded(password) }),
    database: Number(pathname.slice(1)),
  };
}

/** Server name for TLS: Node sends none by itself, and an address is not allowed to be one (RFC 6066, 3). */
export function serverNameOf(host: string): string | undefined {
  return isIP(host) === 0 ? host : undefined;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    throw wrong('holds a % that begins no escape; write % itself as %25', error);
  }
}

function wrong(what: string, cause?: unknown): ConfigError {
  return new ConfigError([`CACHE_URL ${what}`], { cause });
}
