import { isApplicationId, type ApplicationId } from './applications.ts';

export const personIds = ['adele', 'megan', 'alex', 'lee', 'pat'] as const;
export type PersonId = (typeof personIds)[number];
export type Theme = 'light' | 'dark';

/** What the address of the host page says; a link to it brings the same back. */
export interface Address {
  readonly app: ApplicationId;
  /** Name of a scenario; undefined: whatever is in force stays. */
  readonly scenario?: string;
  /** Over the named scenario. */
  readonly user?: PersonId;
  readonly signedIn?: boolean;
  readonly locale: string;
  /** Undefined: as the system says. */
  readonly theme?: Theme;
  /** Another add-in page than the one served by default. */
  readonly pane?: string;
  readonly mode: 'compose' | 'read';
  /** Of the pane, in pixels. */
  readonly width: number;
}

export const narrowest = 280;
export const widest = 900;

export function readAddress(search: string): Address {
  const params = new URLSearchParams(search);
  const app = params.get('app')?.toLowerCase() ?? null;
  const scenario = params.get('scenario');
  const user = personIds.find((id) => id === params.get('user'));
  const signedIn = params.get('signedIn');
  const theme = params.get('theme');
  const pane = params.get('pane');
  return {
    app: isApplicationId(app) ? app : 'word',
    ...(scenario ? { scenario } : {}),
    ...(user ? { user } : {}),
    ...(signedIn === 'true' || signedIn === 'false' ? { signedIn: signedIn === 'true' } : {}),
    locale: localeOf(params.get('locale')),
    ...(theme === 'dark' || theme === 'light' ? { theme } : {}),
    ...(pane && isHttps(pane) ? { pane } : {}),
    mode: params.get('mode') === 'read' ? 'read' : 'compose',
    width: widthOf(params.get('width')),
  };
}

/** Begins with `?`; only what differs from the default stands in it. */
export function writeAddress(address: Address): string {
  const params = new URLSearchParams({ app: address.app });
  if (address.scenario) params.set('scenario', address.scenario);
  if (address.user) params.set('user', address.user);
  if (address.signedIn !== undefined) params.set('signedIn', String(address.signedIn));
  if (address.locale !== 'en-US') params.set('locale', address.locale);
  if (address.theme) params.set('theme', address.theme);
  if (address.pane) params.set('pane', address.pane);
  if (address.mode === 'read') params.set('mode', 'read');
  if (address.width !== defaultWidth) params.set('width', String(address.width));
  return `?${params}`;
}

const defaultWidth = 350;

function widthOf(text: string | null): number {
  const width = Number(text ?? defaultWidth);
  return Number.isFinite(width) ? Math.min(Math.max(Math.round(width), narrowest), widest) : defaultWidth;
}

/** office.js takes the locale into a path: only what looks like a language tag goes there. */
function localeOf(text: string | null): string {
  return text && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(text) ? text : 'en-US';
}

/** office.js talks to https pages only. */
function isHttps(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:';
}
