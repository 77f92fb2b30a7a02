/**
 * What the server tells the pages: settings, no secrets. It stands in each page as JSON in
 * `<script type="application/json" id="settings">`, so that no page waits for a second request.
 */
export interface PageSettings {
  readonly clientId: string;
  /** Such as https://login.microsoftonline.com/common. */
  readonly authority: string;
  /** Full name of the scope of our own API: api://host/client-id/access_as_user. */
  readonly apiScope: string;
  /** Graph scopes that the server exchanges for; the dialog asks consent for them. */
  readonly graphScopes: readonly string[];
  readonly forMsGraphAccess: boolean;
  readonly nestedAppAuth: boolean;
}

export const SETTINGS_ELEMENT_ID = 'settings';

/** Throws when the page does not hold settings, which means that it was not served by our server. */
export function readPageSettings(page: Pick<Document, 'getElementById'>): PageSettings {
  const text = page.getElementById(SETTINGS_ELEMENT_ID)?.textContent;
  if (!text) throw new Error(`The page holds no element #${SETTINGS_ELEMENT_ID}: serve it with the server.`);
  return JSON.parse(text) as PageSettings;
}
