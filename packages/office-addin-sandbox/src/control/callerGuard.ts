import type { RequestHandler } from 'express';
import type { SandboxOrigins } from '../ports.ts';

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

export interface Caller {
  readonly remoteAddress: string | undefined;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** Header `Sec-Fetch-Site`. */
  readonly site: string | undefined;
}

/**
 * Returns whether the caller may control the sandbox: programs on this machine (they send no Origin) and the sandbox's
 * own pages. Rejects other websites, whose requests a browser on this machine would forward. The host page may have a
 * name other than localhost (tests map one of Microsoft's to this machine) if it calls its own origin.
 */
export function mayControl({ remoteAddress, host, origin, site }: Caller, origins: SandboxOrigins): boolean {
  if (!LOOPBACK.test(remoteAddress ?? '')) return false;
  if (origin === undefined) return site !== 'cross-site';
  return Object.values(origins).includes(origin) || origin === `https://${host}`;
}

export function callerGuard(origins: SandboxOrigins): RequestHandler {
  return (req, res, next) => {
    const caller: Caller = {
      remoteAddress: req.socket.remoteAddress,
      host: req.get('Host'),
      origin: req.get('Origin'),
      site: req.get('Sec-Fetch-Site'),
    };
    res.set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
    if (mayControl(caller, origins)) next();
    else
      res.status(403).json({
        error:
          'Forbidden. Only the pages of the sandbox and programs on this machine can send control calls.',
      });
  };
}
