import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';
import type { Config } from '../config.ts';
import { denyAll, type Directives } from '../pages/contentSecurity.ts';

/** Deny camera, location, microphone, payment and USB. The clipboard stays allowed: users copy from the pane. */
const DENIED_FEATURES = 'camera=(), geolocation=(), microphone=(), payment=(), usb=()';

/** Sets headers on every response; pages add their own. No X-Frame-Options, which does not support a list of hosts. */
export function securityHeaders({ production }: Pick<Config, 'production'>): RequestHandler {
  const headers = [
    ...helmetHeaders(production),
    ['Content-Security-Policy', policyOf(denyAll)],
    ['Cache-Control', 'no-store'],
  ] as const;
  return (_req, res, next) => {
    for (const [name, value] of headers) res.setHeader(name, value);
    next();
  };
}

/** Returns helmet's headers. They are the same for every response, so helmet runs once instead of on every request. */
function helmetHeaders(production: boolean): readonly (readonly [string, string])[] {
  const headers: [string, string][] = [];
  const response = {
    setHeader: (name: string, value: string) => void headers.push([name, value]),
    removeHeader: () => undefined,
  };
  const applyHelmet = helmet({
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    originAgentCluster: false,
    referrerPolicy: { policy: 'no-referrer' },
    // On a developer's machine, it would apply to everything else on localhost.
    strictTransportSecurity: production ? { maxAge: 31_536_000 } : false,
    xFrameOptions: false,
    // For browsers that have been obsolete for ten years.
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  });
  applyHelmet({} as IncomingMessage, response as unknown as ServerResponse, () => undefined);
  return headers;
}

/** Sets the additional headers of a page. A stricter Cross-Origin-Opener-Policy would cut the dialog off from its pane. */
export function setPageSecurity(res: Response, directives: Directives): void {
  res.setHeader('Content-Security-Policy', policyOf(directives));
  res.setHeader('Cross-Origin-Opener-Policy', 'unsafe-none');
  res.setHeader('Permissions-Policy', DENIED_FEATURES);
}

function policyOf(directives: Directives): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}
