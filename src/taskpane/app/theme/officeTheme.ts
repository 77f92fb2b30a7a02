import { useEffect, useSyncExternalStore } from 'react';
import { groundFor, isDark } from './colors.ts';

const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

/** Tokens that lie on the ground, and the contrast that each needs at least (WCAG 2.2, 1.4.3 and 1.4.11). */
const onGround = [
  ['--colorNeutralForeground2', 4.5],
  ['--colorBrandForegroundLink', 4.5],
  ['--colorNeutralStrokeAccessible', 3],
] as const;

/**
 * Puts the theme onto the page (theme.css). Dark where Office says so, else where the system says so: Office on the
 * web gives no theme, and Outlook has no `isDarkTheme`, so that the brightness of the background decides. The ground
 * is Office's own where all that lies on it can be read, so that the pane goes with Office's colourful, white, grey
 * and black alike. High contrast is the browser's forced colours.
 */
export function useOfficeTheme(): void {
  const ground = useSyncExternalStore(subscribe, () => officeGround() ?? systemTheme());
  useEffect(() => {
    const { dataset, style } = document.documentElement;
    dataset['theme'] = (isDark(ground) ?? ground === 'dark') ? 'dark' : 'light';
    const values = getComputedStyle(document.documentElement);
    const lies = onGround.map(([token, least]) => [values.getPropertyValue(token), least] as const);
    style.setProperty('--colorNeutralBackground1', groundFor(ground, lies) ?? '');
  }, [ground]);
}

/** What Office says of its own colours; nothing in Office on the web. */
type Theme = Partial<Office.OfficeTheme> | undefined;

/** The theme that came with the last change. */
let told: Theme;

const systemTheme = () => (systemIsDark.matches ? 'dark' : 'light');

function officeGround(): string | undefined {
  return (told ?? Office.context?.officeTheme)?.bodyBackgroundColor;
}

/** Outlook tells a change (Mailbox 1.14); elsewhere the window for choosing a theme takes the focus, so: on return. */
function subscribe(changed: () => void): () => void {
  systemIsDark.addEventListener('change', changed);
  addEventListener('focus', changed);
  document.addEventListener('visibilitychange', changed);
  onToldTheme((theme) => {
    told = theme;
    changed();
  });
  return () => {
    systemIsDark.removeEventListener('change', changed);
    removeEventListener('focus', changed);
    document.removeEventListener('visibilitychange', changed);
  };
}

function onToldTheme(tell: (theme: Theme) => void): void {
  if (!Office.context?.requirements?.isSetSupported('Mailbox', '1.14')) return;
  const handler = (event: { readonly officeTheme?: Theme }) => tell(event.officeTheme);
  Office.context.mailbox?.addHandlerAsync(Office.EventType.OfficeThemeChanged, handler);
}
