import { isIP } from 'node:net';

/**
 * The client's address without a port: App Service writes `ip:port` into X-Forwarded-For, and with it every
 * connection would count as another client.
 * @param ip what Express gives as `req.ip`
 */
export function clientAddress(ip: string | undefined): string {
  if (ip === undefined) return 'unknown';
  if (isIP(ip) !== 0) return ip;
  const bracketed = /^\[([^\]]+)\](:\d+)?$/.exec(ip)?.[1];
  const plain = bracketed ?? ip.replace(/:\d+$/, '');
  return isIP(plain) === 0 ? 'unknown' : plain;
}
