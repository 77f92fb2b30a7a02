import { isApplicationId, type ApplicationId } from './applications.ts';

export const userIds = ['adele', 'megan', 'alex', 'lee', 'pat', 'noor'] as const;
export type UserId = (typeof userIds)[number];
export type Theme = 'light' | 'dark';

/** What the address of the host page says; a link to it brings the same back. */
export interface Address {
  readonly app: ApplicationId;
  /** Name of a scenario; undefined: whatever is in force stays. */
  readonly scenario?: string;
  /** A scenario without a name, as JSON text, checked by nobody yet; where it stands, `scenario` does not count. */
  readonly composed?: string;
  /** Over the scenario. */
  readonly user?: UserId;
  readonly signedIn?: boolean;
  readonly locale: string;
  /** Undefined: as the system says. */
  readonly theme?: Theme | undefined;
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
  const composed = params.get('composed');
  const user = userIds.find((id) => id === params.get('user'));
  const signedIn = params.get('signedIn');
  const theme = params.get('theme');
  const pane = params.get('pane');
  return {
    app: isApplicationId(app) ? app : 'word',
    ...(composed ? { composed } : scenario ? { scenario } : {}),
    ...(user ? { user } : {}),
    ...(signedIn === 'true' || signedIn === 'false' ? { signedIn: signedIn === 'true' } : {}),
    locale: localeOf(params.get('locale')),
    ...(theme === 'dark' || theme === 'light' ? { theme } : {}),
    ...(pane && isHttps(pane) ? { pane } : {}),
    mode: params.get('mode') === 'read' ? 'read' : 'compose',
    width: widthOf(params.get('width')),
  };
}

/** Longer ones make an address that servers refuse: Node takes 16 KB of headers in all. */
const longestComposed = 8_000;

/** Begins with `?`; only what differs from the default stands in it. A composed scenario that is too long is left out. */
export function writeAddress(address: Address): string {
  const params = new URLSearchParams({ app: address.app });
  if (isInLink(address)) params.set('composed', address.composed ?? '');
  else if (address.scenario) params.set('scenario', address.scenario);
  if (address.user) params.set('user', address.user);
  if (address.signedIn !== undefined) params.set('signedIn', String(address.signedIn));
  if (address.locale !== 'en-US') params.set('locale', address.locale);
  if (address.theme) params.set('theme', address.theme);
  if (address.pane) params.set('pane', address.pane);
  if (address.mode === 'read') params.set('mode', 'read');
  if (address.width !== defaultWidth) params.set('width', String(address.width));
  return `?${params}`;
}

/** A scenario, named or composed, with what the panel lays over it. */
export type Choice = Pick<Address, 'scenario' | 'composed' | 'user' | 'signedIn'>;

/** Has no member that the address does not say. */
export function choiceIn({ scenario, composed, user, signedIn }: Address): Choice {
  return {
    ...(scenario ? { scenario } : {}),
    ...(composed ? { composed } : {}),
    ...(user ? { user } : {}),
    ...(signedIn === undefined ? {} : { signedIn }),
  };
}

/** The address with this choice in place of its own. */
export function withChoice(address: Address, choice: Choice): Address {
  const { scenario: _scenario, composed: _composed, user: _user, signedIn: _signedIn, ...rest } = address;
  return { ...rest, ...choice };
}

/** Is there a composed scenario, and is it short enough for an address? */
export function isInLink({ composed }: Pick<Address, 'composed'>): boolean {
  return composed !== undefined && encodeURIComponent(composed).length <= longestComposed;
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
