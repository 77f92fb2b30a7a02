import type { Config } from '../config.ts';
import { isMicrosoftOfficeJs, officeHosts } from './officeHosts.ts';

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

/** office.js for Outlook loads a part of itself from here. */
const OUTLOOK_CDN = 'https://ajax.aspnetcdn.com';

type Rules = Pick<Config, 'officeJsUrl' | 'authority' | 'frameAncestors' | 'production' | 'addinOrigin'>;

export function directivesOf(page: PageName, rules: Rules): Directives {
  const officeJs = new URL(rules.officeJsUrl).origin;
  // The redirect page loads neither office.js nor anything else: what it holds for a moment is a sign-in's answer.
  const scripts = page === 'bridge.html' ? ["'self'"] : ["'self'", officeJs, OUTLOOK_CDN];
  const hotReload = rules.production ? [] : [rules.addinOrigin.replace(/^https:/, 'wss:')];
  return {
    ...lockedDown,
    'script-src': unique(scripts),
    'connect-src': unique(["'self'", rules.authority.origin, ...hotReload]),
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'", 'data:'],
    'frame-ancestors': page === 'taskpane.html' ? frameAncestors(officeJs, rules) : ["'none'"],
  };
}

function frameAncestors(officeJs: string, { frameAncestors: own }: Rules): readonly string[] {
  return unique([...officeHosts, ...own, ...(isMicrosoftOfficeJs(officeJs) ? [] : [officeJs])]);
}

const unique = (sources: readonly string[]) => [...new Set(sources)];
