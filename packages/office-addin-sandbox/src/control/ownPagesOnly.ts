import type { RequestHandler } from 'express';
import type { SandboxOrigins } from '../ports.ts';

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

export interface CallFacts {
  readonly remoteAddress: string | undefined;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** Header `Sec-Fetch-Site`. */
  readonly site: string | undefined;
}

/**
 * May this call steer the sandbox? Programs on this machine may (they send no Origin), and the sandbox's own pages.
 * Pages of the web may not, although a browser on this machine would carry their requests here. The host page can
 * have another name than localhost (tests map one of Microsoft's to this machine): then it has to be its own origin.
 */
export function mayControl(
  { remoteAddress, host, origin, site }: CallFacts,
  origins: SandboxOrigins,
): boolean {
  if (!LOOPBACK.test(remoteAddress ?? '')) return false;
  if (origin === undefined) return site !== 'cross-site';
  return Object.values(origins).includes(origin) || origin === `https://${host}`;
}

export function ownPagesOnly(origins: SandboxOrigins): RequestHandler {
  return (req, res, next) => {
    const facts: CallFacts = {
      remoteAddress: req.socket.remoteAddress,
      host: req.get('Host'),
      origin: req.get('Origin'),
      site: req.get('Sec-Fetch-Site'),
    };
    res.set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
    if (mayControl(facts, origins)) next();
    else
      res
        .status(403)
        .json({ error: 'Only the pages of the sandbox and programs on this machine may call this.' });
  };
}
