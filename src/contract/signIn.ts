import { isProblemCode, type ProblemCode } from './catalogue.ts';

/** What sign-in needs on both sides: the settings in the pages, and the messages of the dialog. */

/** The token sources: Office's own single sign-on, nested app authentication and the sign-in dialog. */
export const sourceIds = ['office', 'nested', 'dialog'] as const;
export type SourceId = (typeof sourceIds)[number];

/**
 * The settings that the server passes to its pages; no secrets. Each page contains them as JSON in
 * `<script type="application/json" id="settings">`, which saves a second request.
 */
export interface PageSettings {
  /** Of MSAL.js: the pane's own registration, or that of the server. */
  readonly clientId: string;
  /** For example https://login.microsoftonline.com/common. */
  readonly authority: string;
  /** Full name of this API's scope: api://host/client-id/access_as_user. */
  readonly apiScope: string;
  /** Graph scopes of the on-behalf-of exchange. The sign-in dialog requests consent for them if there is one registration. */
  readonly graphScopes: readonly string[];
  readonly forMsGraphAccess: boolean;
  /** In the order in which the pane tries them. */
  readonly tokenSources: readonly SourceId[];
}

const SETTINGS_ELEMENT_ID = 'settings';

/** Throws if the page contains no settings, which means that the add-in's server did not serve it. */
export function readPageSettings(page: Pick<Document, 'getElementById'>): PageSettings {
  const text = page.getElementById(SETTINGS_ELEMENT_ID)?.textContent;
  if (!text) {
    throw new Error(`The page has no element #${SETTINGS_ELEMENT_ID}. Open it from the add-in's server.`);
  }
  return JSON.parse(text) as PageSettings;
}

/** The page in the Office dialog. The pane passes a DialogRequest in the URL, which contains no personal data. */
export const DIALOG_PAGE = '/dialog.html';

export interface DialogRequest {
  /** Claims challenge to satisfy, as plain JSON text. */
  readonly claims?: string;
  readonly chooseAccount?: boolean;
  /** BCP 47: the language of the pane. Absent: Office's display language. */
  readonly language?: string;
}

/** The message that the dialog sends to the pane with messageParent, to the add-in's own origin only. */
export type DialogMessage =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly code: ProblemCode; readonly detail?: string };

export function dialogUrl(origin: string, request: DialogRequest): string {
  const url = new URL(DIALOG_PAGE, origin);
  if (request.claims !== undefined) url.searchParams.set('claims', request.claims);
  if (request.chooseAccount) url.searchParams.set('choose', '1');
  if (request.language !== undefined) url.searchParams.set('lang', request.language);
  return url.href;
}

/** Returns undefined for any other text: other scripts may use the same channel. */
export function readDialogMessage(text: string): DialogMessage | undefined {
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof message !== 'object' || message === null) return undefined;
  const { ok, token, code, detail } = message as Record<string, unknown>;
  if (ok === true && typeof token === 'string' && token !== '') return { ok, token };
  if (ok === false && isProblemCode(code)) {
    return { ok, code, ...(typeof detail === 'string' ? { detail } : {}) };
  }
  return undefined;
}
