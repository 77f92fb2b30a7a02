import type { MouseEvent } from 'react';
import { addinApplications } from '../contract/applications.ts';
import type { Application } from '../contract/preferences.ts';
import { withTimeLimit } from '../contract/timeLimit.ts';

/** What the pane takes from office.js itself. Only this file, auth/sources and documents touch `Office`. */

/** Outside of Office, Office.onReady never resolves. */
const OFFICE_LIMIT_MS = 15_000;

export interface OfficeStart {
  /** Undefined outside of Office, and in an application that this add-in is not for. */
  readonly application: Application | undefined;
  /** BCP 47. */
  readonly language: string;
}

/** Waits for office.js. */
export async function startOffice(): Promise<OfficeStart> {
  const late = () => new Error('Office did not answer.');
  const host = await withTimeLimit(Office.onReady(), OFFICE_LIMIT_MS, late).then(
    (info) => String(info.host).toLowerCase(),
    () => '',
  );
  const application = addinApplications.find((name) => name === host);
  const language = (application && Office.context.displayLanguage) || navigator.language;
  return { application, language };
}

/** What Office says about its colors; nothing in Office on the web. */
type Theme = Partial<Office.OfficeTheme> | undefined;

/** The theme of the last change. */
let changedTheme: Theme;

/** Returns the background color of Office's own panes; undefined in Office on the web. */
export function officeBackground(): string | undefined {
  return (changedTheme ?? Office.context?.officeTheme)?.bodyBackgroundColor;
}

/** Only Outlook tells about a change (Mailbox 1.14). */
export function onOfficeThemeChange(changed: () => void): void {
  if (!Office.context?.requirements?.isSetSupported('Mailbox', '1.14')) return;
  const handler = (event: { readonly officeTheme?: Theme }) => {
    changedTheme = event.officeTheme;
    changed();
  };
  Office.context.mailbox?.addHandlerAsync(Office.EventType.OfficeThemeChanged, handler);
}

/**
 * For `onClick` of a link that opens a new tab: where Office opens browser windows itself (OpenBrowserWindowApi 1.1, on
 * the desktop), the link opens in the user's browser and not in Office's web view. Elsewhere the link does it.
 */
export function openInBrowser(event: MouseEvent<HTMLAnchorElement>): void {
  event.stopPropagation();
  const { ui, requirements } = Office.context;
  // Hosts claim the set without the function.
  if (!requirements.isSetSupported('OpenBrowserWindowApi', '1.1') || !('openBrowserWindow' in ui)) return;
  event.preventDefault();
  ui.openBrowserWindow(event.currentTarget.href);
}
