import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';
import type { Config } from '../config.ts';
import { lockedDown, type Directives } from '../pages/contentSecurity.ts';

/** Whatever runs in the pane by mistake has no eyes, no ears and no wallet. The clipboard stays: users copy from it. */
const NOT_NEEDED = 'camera=(), geolocation=(), microphone=(), payment=(), usb=()';

/** Headers of every answer; pages have more of their own. No X-Frame-Options, which knows no list of hosts. */
export function securityHeaders({ production }: Pick<Config, 'production'>): RequestHandler {
  const headers = [
    ...headersOfHelmet(production),
    ['Content-Security-Policy', policyOf(lockedDown)],
    ['Cache-Control', 'no-store'],
  ] as const;
  return (_req, res, next) => {
    for (const [name, value] of headers) res.setHeader(name, value);
    next();
  };
}

/** They are the same for every answer: helmet is asked once, not a dozen of its functions per request. */
function headersOfHelmet(production: boolean): readonly (readonly [string, string])[] {
  const headers: [string, string][] = [];
  const answer = {
    setHeader: (name: string, value: string) => void headers.push([name, value]),
    removeHeader: () => undefined,
  };
  const ask = helmet({
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    originAgentCluster: false,
    referrerPolicy: { policy: 'no-referrer' },
    // On a developer's machine it would also hold for everything else that runs on localhost.
    strictTransportSecurity: production ? { maxAge: 31_536_000 } : false,
    xFrameOptions: false,
    // For programs that have not been sold for ten years.
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  });
  ask({} as IncomingMessage, answer as unknown as ServerResponse, () => undefined);
  return headers;
}

/** What a page has beside them. A Cross-Origin-Opener-Policy of its own would cut the dialog off from its pane. */
export function setPageSecurity(res: Response, directives: Directives): void {
  res.setHeader('Content-Security-Policy', policyOf(directives));
  res.setHeader('Cross-Origin-Opener-Policy', 'unsafe-none');
  res.setHeader('Permissions-Policy', NOT_NEEDED);
}

function policyOf(directives: Directives): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}
