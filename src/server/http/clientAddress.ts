import { BlockList, isIP } from 'node:net';

/** Zone of a link-local address: `fe80::1%eth0`. */
const ZONE = /%.*$/s;
/** An IPv4 client of a socket that listens on both. */
const MAPPED = /^::ffff:(?=\d+\.)/i;

/**
 * Returns the client's address alone: without a port, because App Service and Application Gateway write `ip:port` into
 * X-Forwarded-For and every connection would count as another client; without brackets and zone; IPv4 as such.
 * @param ip what Express gives as `req.ip`
 * @returns `unknown` for what is no address
 */
export function clientAddress(ip: string | undefined): string {
  if (ip === undefined) return 'unknown';
  const trimmed = ip.trim();
  const plain = isIP(trimmed) === 0 ? withoutPort(trimmed) : trimmed;
  return isIP(plain) === 0 ? 'unknown' : plain.replace(ZONE, '').replace(MAPPED, '');
}

function withoutPort(address: string): string {
  const bracketed = /^\[([^\]]+)\](:\d+)?$/.exec(address)?.[1];
  return bracketed ?? address.replace(/:\d+$/, '');
}

/** How many proxies stand in front, or the networks that they are in, as `10.0.0.0/8` or single addresses. */
export type TrustedProxies = number | readonly string[];

/** For Express's `trust proxy`: its own networks do not know addresses with ports. */
export function trustProxies(proxies: TrustedProxies): number | ((address: string) => boolean) {
  if (typeof proxies === 'number') return proxies;
  const networks = new BlockList();
  for (const network of proxies) {
    const { address, prefix, family } = readNetwork(network) ?? {};
    if (address !== undefined && prefix !== undefined) networks.addSubnet(address, prefix, family);
  }
  return (address) => {
    const plain = clientAddress(address);
    return plain !== 'unknown' && networks.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4');
  };
}

interface Network {
  readonly address: string;
  readonly prefix: number;
  readonly family: 'ipv4' | 'ipv6';
}

/** Returns undefined for what is no network: the prefix is not in range, or the address is none. */
export function readNetwork(text: string): Network | undefined {
  const [address = '', prefix, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || address.includes('%') || more.length > 0) return undefined;
  const bits = version === 4 ? 32 : 128;
  if (prefix !== undefined && (!/^\d{1,3}$/.test(prefix) || Number(prefix) > bits)) return undefined;
  return {
    address,
    prefix: prefix === undefined ? bits : Number(prefix),
    family: version === 4 ? 'ipv4' : 'ipv6',
  };
}
