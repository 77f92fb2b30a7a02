import type { Config } from '../config.ts';
import { officeHosts } from './officeHosts.ts';

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
    'frame-ancestors': page === 'taskpane.html' ? frameAncestors(rules) : ["'none'"],
  };
}

function frameAncestors({ authority, sharePointTenants, frameAncestors: custom }: Rules): readonly string[] {
  return unique([...officeHosts(authority, sharePointTenants), ...custom]);
}

const unique = (sources: readonly string[]) => [...new Set(sources)];
