import type { Config } from '../config.ts';
import { officeHosts } from './officeHosts.ts';

/** The pages that are served, each with its own rules. */
export const pages = ['taskpane.html', 'dialog.html', 'bridge.html'] as const;
export type PageName = (typeof pages)[number];

/** Directives of Content-Security-Policy by name, in the form that helmet takes. */
export type Directives = Readonly<Record<string, readonly string[]>>;

/** For everything that is no page. */
export const lockedDown: Directives = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

/** office.js for Outlook and for old hosts loads this file, and nothing else from there. */
const MICROSOFT_AJAX = 'https://ajax.aspnetcdn.com/ajax/3.5/MicrosoftAjax.js';

type Rules = Pick<
  Config,
  'officeJsUrl' | 'authority' | 'frameAncestors' | 'sharePointTenants' | 'production' | 'addinOrigin'
>;

export function directivesOf(page: PageName, rules: Rules): Directives {
  const officeJs = new URL(rules.officeJsUrl).origin;
  // The redirect page loads neither office.js nor anything else: what it holds for a moment is a sign-in's answer.
  const scripts = page === 'bridge.html' ? ["'self'"] : ["'self'", officeJs, MICROSOFT_AJAX];
  const hotReload = rules.production ? [] : [rules.addinOrigin.replace(/^https:/, 'wss:')];
  return {
    ...lockedDown,
    'script-src': unique(scripts),
    'connect-src': unique(["'self'", rules.authority.origin, ...hotReload]),
    // office.js writes styles of its own into the page (office-js issue 1687). Our own pages have no inline script or style.
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'", 'data:'],
    'frame-ancestors': page === 'taskpane.html' ? frameAncestors(rules) : ["'none'"],
  };
}

function frameAncestors({ authority, sharePointTenants, frameAncestors: own }: Rules): readonly string[] {
  return unique([...officeHosts(authority, sharePointTenants), ...own]);
}

const unique = (sources: readonly string[]) => [...new Set(sources)];
