import { BlockList, isIP } from 'node:net';

/** The zone of a link-local address, as in `fe80::1%eth0`. */
const ZONE = /%.*$/s;
/** An IPv4-mapped IPv6 address, as dual-stack sockets report it. */
const MAPPED = /^::ffff:(?=\d+\.)/i;

/**
 * Returns the client's IP address without port, brackets and zone; IPv4-mapped addresses as IPv4. App Service and
 * Application Gateway write `ip:port` into X-Forwarded-For, so each connection would count as a separate client.
 * @param ip Express's `req.ip`
 * @returns `unknown` if `ip` is not an address
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

/** The number of proxies in front of the server, or their networks (`10.0.0.0/8`) and addresses. */
export type TrustedProxies = number | readonly string[];

/** Returns the value for Express's `trust proxy`. A function, because Express does not match addresses with ports. */
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

/** Parses an address or a CIDR block. Returns undefined if the address or the prefix length is invalid. */
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
