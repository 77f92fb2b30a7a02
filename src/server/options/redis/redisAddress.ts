import { isIP } from 'node:net';
import { ConfigError } from '../../config.ts';

export interface RedisAddress {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  readonly username?: string;
  readonly password?: string;
  /** Gets a token to sign in with instead of a password. Tokens expire, so call it for each sign-in. */
  readonly token?: (() => Promise<string>) | undefined;
  readonly database: number;
}

const PORT = 6379;

/**
 * Parses a Redis URL.
 * @param url redis[s]://[[user][:password]@]host[:port][/database], as defined in
 *   https://www.iana.org/assignments/uri-schemes/prov/redis
 * @throws ConfigError that names CACHE_URL but not its value
 */
export function redisAddress(url: string): RedisAddress {
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  if (host === '') throw configError('has no host; write it as rediss://user:password@host:port');
  if (!/^\/?\d{0,4}$/.test(pathname))
    throw configError('has a path that is not a database number; write it as /0, or remove it');
  return {
    host,
    port: port === '' ? PORT : Number(port),
    tls: protocol === 'rediss:',
    ...(username === '' ? {} : { username: decoded(username) }),
    ...(password === '' ? {} : { password: decoded(password) }),
    database: Number(pathname.slice(1)),
  };
}

/** Returns the TLS server name, which Node does not set automatically. IP addresses are not allowed (RFC 6066, 3). */
export function serverNameOf(host: string): string | undefined {
  return isIP(host) === 0 ? host : undefined;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    throw configError('contains a % that is not part of an escape sequence; write % as %25', error);
  }
}

function configError(problem: string, cause?: unknown): ConfigError {
  return new ConfigError([`CACHE_URL ${problem}`], { cause });
}
