import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';
import type { Config, Authority } from '../config.ts';

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

/** The HTML pages, each with its own policy. */
export const pages = ['taskpane.html', 'dialog.html', 'bridge.html'] as const;
export type PageName = (typeof pages)[number];

/** Sources of the Content-Security-Policy, by directive. */
export type Directives = Readonly<Record<string, readonly string[]>>;

/** The policy of every response that is not a page. */
export const denyAll: Directives = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

/** office.js loads this file for Outlook and old hosts, and nothing else from that host. */
const MICROSOFT_AJAX = 'https://ajax.aspnetcdn.com/ajax/3.5/MicrosoftAjax.js';

type Rules = Pick<
  Config,
  'officeJsUrl' | 'authority' | 'frameAncestors' | 'sharePointTenants' | 'production' | 'addinOrigin'
>;

export function directivesOf(page: PageName, rules: Rules): Directives {
  const officeJs = new URL(rules.officeJsUrl).origin;
  // The redirect page briefly holds the sign-in response, so it loads no script from another origin, not even office.js.
  const scripts = page === 'bridge.html' ? ["'self'"] : ["'self'", officeJs, MICROSOFT_AJAX];
  const hotReload = rules.production ? [] : [rules.addinOrigin.replace(/^https:/, 'wss:')];
  return {
    ...denyAll,
    'script-src': unique(scripts),
    'connect-src': unique(["'self'", rules.authority.origin, ...hotReload]),
    // office.js adds inline styles to the page (office-js issue 1687). The add-in's pages have no inline script or style.
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'", 'data:'],
    ...framesOf(page, rules),
  };
}

/**
 * On the web, MSAL.js in the pane opens the identity provider in a hidden frame, which then goes to bridge.html. The
 * frame's ancestors are the pane and the pages of Office around it.
 */
function framesOf(page: PageName, rules: Rules): Directives {
  switch (page) {
    case 'taskpane.html':
      return {
        'frame-src': unique(["'self'", rules.authority.origin]),
        'frame-ancestors': frameAncestors(rules),
      };
    case 'bridge.html':
      return { 'frame-ancestors': ["'self'", ...frameAncestors(rules)] };
    case 'dialog.html':
      return { 'frame-ancestors': ["'none'"] };
  }
}

function frameAncestors({ authority, sharePointTenants, frameAncestors: custom }: Rules): readonly string[] {
  return unique([...officeHosts(authority, sharePointTenants), ...custom]);
}

const unique = (sources: readonly string[]) => [...new Set(sources)];

/**
 * Hosts of Office on the web, Outlook and Microsoft 365, whose pages show the pane in a frame. If the policy omits one,
 * the pane stays blank there. Microsoft publishes no list for this; these are from "Microsoft 365 URLs and IP address
 * ranges" and user reports (office-js issues 1005 and 3342).
 */
const worldwide: readonly string[] = [
  'https://*.officeapps.live.com',
  'https://*.office.com',
  'https://*.office365.com',
  'https://*.microsoft365.com',
  'https://*.cloud.microsoft',
  'https://*.office.live.com',
  'https://onedrive.live.com',
  'https://*.onedrive.live.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://outlook.live.com',
  'https://*.outlook.com',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
];
const unitedStatesGovernment: readonly string[] = [
  'https://*.officeapps.microsoft.us',
  'https://*.office365.us',
  'https://*.teams.microsoft.us',
];
const china: readonly string[] = [
  'https://*.partner.officewebapps.cn',
  'https://*.partner.office365.cn',
  'https://*.partner.outlook.cn',
];

interface Cloud {
  readonly hosts: readonly string[];
  /** Domain of the tenants' SharePoint and OneDrive hosts, such as contoso.sharepoint.com, contoso-my.sharepoint.com. */
  readonly sharePoint: string;
}

const global: Cloud = { hosts: worldwide, sharePoint: 'sharepoint.com' };
/** By host of AUTHORITY. */
const nationalClouds: Readonly<Record<string, Cloud>> = {
  'login.microsoftonline.us': { hosts: unitedStatesGovernment, sharePoint: 'sharepoint.us' },
  'login.partner.microsoftonline.cn': { hosts: china, sharePoint: 'sharepoint.cn' },
  'login.chinacloudapi.cn': { hosts: china, sharePoint: 'sharepoint.cn' },
};

/**
 * Returns the Office hosts of the authority's cloud. Users of other clouds cannot sign in at this authority anyway.
 * @param sharePointTenants names of the tenants whose SharePoint may show the pane; empty: all tenants
 */
export function officeHosts(
  { host }: Pick<Authority, 'host'>,
  sharePointTenants: readonly string[],
): readonly string[] {
  const { hosts, sharePoint } = nationalClouds[host] ?? global;
  const tenants =
    sharePointTenants.length === 0 ? ['*'] : sharePointTenants.flatMap((name) => [name, `${name}-my`]);
  return [...hosts, ...tenants.map((name) => `https://${name}.${sharePoint}`)];
}
