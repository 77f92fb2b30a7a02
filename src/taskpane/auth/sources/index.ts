import type { PageSettings, SourceId } from '../../../contract/signIn.ts';
import type { TokenSource } from '../token.ts';
import { nestedAppAuth } from './nestedAppAuth.ts';
import { officeSso } from './officeSso.ts';
import { signInDialog } from './signInDialog.ts';

/**
 * Returns the token sources in the order of TOKEN_SOURCES.
 * @param restorePane mounts the pane again after office.js has replaced the page's content
 */
export function tokenSources(settings: PageSettings, restorePane: () => void): TokenSource[] {
  const create: Record<SourceId, () => TokenSource> = {
    office: () => officeSso(Office, settings),
    nested: () => nestedAppAuth({ office: Office, settings }),
    dialog: () =>
      signInDialog({
        office: Office,
        origin: location.origin,
        language: () => document.documentElement.lang,
        restorePane,
      }),
  };
  return settings.tokenSources.map((id) => create[id]());
}
