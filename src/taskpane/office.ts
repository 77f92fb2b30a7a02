import type { MouseEvent } from 'react';
import { addinApplications } from '../contract/applications.ts';
import type { Application } from '../contract/api.ts';
import { withTimeLimit } from '../contract/timeLimit.ts';

/** Access to office.js. Only this file, auth/sources, and documents use `Office`. */

/** Outside Office, Office.onReady never resolves. */
const OFFICE_LIMIT_MS = 15_000;

interface OfficeStart {
  /** Undefined outside Office and in applications that this add-in doesn't support. */
  readonly application: Application | undefined;
  /** BCP 47. */
  readonly language: string;
}

/** Waits for office.js, at most 15 seconds. */
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

/** Undefined in Office on the web. */
type Theme = Partial<Office.OfficeTheme> | undefined;

/** The theme from the last change event. */
let changedTheme: Theme;

/** Returns the background color of Office's own panes; undefined in Office on the web. */
export function officeBackground(): string | undefined {
  return (changedTheme ?? Office.context?.officeTheme)?.bodyBackgroundColor;
}

/** Only Outlook reports theme changes (Mailbox 1.14). */
export function onOfficeThemeChange(changed: () => void): void {
  if (!Office.context?.requirements?.isSetSupported('Mailbox', '1.14')) return;
  const handler = (event: { readonly officeTheme?: Theme }) => {
    changedTheme = event.officeTheme;
    changed();
  };
  Office.context.mailbox?.addHandlerAsync(Office.EventType.OfficeThemeChanged, handler);
}

/**
 * For `onClick` of a link. On the desktop, opens the link in the user's browser instead of Office's web view
 * (OpenBrowserWindowApi 1.1). On the web, the link opens a new tab as usual.
 */
export function openInBrowser(event: MouseEvent<HTMLAnchorElement>): void {
  event.stopPropagation();
  const { ui, requirements } = Office.context;
  // Some hosts claim support but lack the function.
  if (!requirements.isSetSupported('OpenBrowserWindowApi', '1.1') || !('openBrowserWindow' in ui)) return;
  event.preventDefault();
  ui.openBrowserWindow(event.currentTarget.href);
}
