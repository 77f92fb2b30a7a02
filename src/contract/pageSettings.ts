/**
 * The settings that the server passes to its pages; no secrets. Each page contains them as JSON in
 * `<script type="application/json" id="settings">`, which saves a second request.
 */
export interface PageSettings {
  readonly clientId: string;
  /** For example https://login.microsoftonline.com/common. */
  readonly authority: string;
  /** Full name of this API's scope: api://host/client-id/access_as_user. */
  readonly apiScope: string;
  /** Graph scopes of the on-behalf-of exchange. The sign-in dialog requests consent for them. */
  readonly graphScopes: readonly string[];
  readonly forMsGraphAccess: boolean;
  readonly nestedAppAuth: boolean;
}

export const SETTINGS_ELEMENT_ID = 'settings';

/** Throws if the page contains no settings, which means that the add-in's server did not serve it. */
export function readPageSettings(page: Pick<Document, 'getElementById'>): PageSettings {
  const text = page.getElementById(SETTINGS_ELEMENT_ID)?.textContent;
  if (!text) {
    throw new Error(`The page has no element #${SETTINGS_ELEMENT_ID}. Open it from the add-in's server.`);
  }
  return JSON.parse(text) as PageSettings;
}
