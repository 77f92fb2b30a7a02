import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';
import type { Config } from '../config.ts';
import { lockedDown, type Directives } from './contentSecurity.ts';

/**
 * Headers of every answer; pages replace the Content-Security-Policy by their own. No X-Frame-Options, which
 * knows no list of hosts, and no Cross-Origin-Opener-Policy that would cut the dialog off from its pane.
 */
export function securityHeaders({ production }: Pick<Config, 'production'>): RequestHandler {
  const headers = helmet({
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: { policy: 'unsafe-none' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    originAgentCluster: false,
    referrerPolicy: { policy: 'no-referrer' },
    // On a developer's machine it would also hold for everything else that runs on localhost.
    strictTransportSecurity: production ? { maxAge: 31_536_000 } : false,
    xFrameOptions: false,
  });
  return (req, res, next) => {
    setContentSecurity(res, lockedDown);
    res.setHeader('Cache-Control', 'no-store');
    headers(req, res, next);
  };
}

export function setContentSecurity(res: Response, directives: Directives): void {
  const policy = Object.entries(directives).map(([name, sources]) => `${name} ${sources.join(' ')}`);
  res.setHeader('Content-Security-Policy', policy.join('; '));
}
