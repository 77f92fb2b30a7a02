import { API_SCOPE } from '../../contract/api.ts';
import type { PageSettings } from '../../contract/pageSettings.ts';
import type { Config } from '../config.ts';

type Source = Pick<
  Config,
  'clientId' | 'authority' | 'addinOrigin' | 'scopes' | 'forMsGraphAccess' | 'nestedAppAuth' | 'officeJsUrl'
>;

export function pageSettings(config: Source): PageSettings {
  return {
    clientId: config.clientId,
    authority: config.authority.url,
    apiScope: `api://${new URL(config.addinOrigin).host}/${config.clientId}/${API_SCOPE}`,
    graphScopes: config.scopes,
    forMsGraphAccess: config.forMsGraphAccess,
    nestedAppAuth: config.nestedAppAuth,
  };
}

/** Fills in the two placeholders of a built page. */
export function fillPage(html: string, config: Source): string {
  const json = scriptJson(pageSettings(config));
  const officeJs = attribute(config.officeJsUrl);
  // Replacer functions, because `$` is special in a replacement string.
  return html.replaceAll('__OFFICE_JS_URL__', () => officeJs).replaceAll('__PAGE_SETTINGS__', () => json);
}

/** Returns JSON for a script element: escaped so that it can neither end the element nor start a comment. */
export function scriptJson(value: unknown): string {
  const escapes = /[<>&\u2028\u2029]/g;
  return JSON.stringify(value).replace(
    escapes,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

export function attribute(text: string): string {
  const names: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => names[character] ?? character);
}
