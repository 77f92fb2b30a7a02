import type { PageSettings } from '../../../contract/signIn.ts';
import type { TokenSource } from '../token.ts';
import { nestedAppAuth } from './nestedAppAuth.ts';
import { officeSso } from './officeSso.ts';
import { signInDialog } from './signInDialog.ts';

/**
 * Returns the token sources, in the order in which to try them.
 * @param restorePane mounts the pane again after office.js has replaced the page's content
 */
export function tokenSources(settings: PageSettings, restorePane: () => void): TokenSource[] {
  return [
    officeSso(Office, settings),
    nestedAppAuth({ office: Office, settings }),
    signInDialog({
      office: Office,
      origin: location.origin,
      language: () => document.documentElement.lang,
      restorePane,
    }),
  ];
}
