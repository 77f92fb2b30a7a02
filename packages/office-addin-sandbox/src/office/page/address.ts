import type { EventRuntime } from '../../control/launchEvents.ts';
import { isApplicationId, type ApplicationId } from './applications.ts';
import { mailboxModes, type MailboxMode } from './documents/outlook/mailboxMode.ts';

export const userIds = ['adele', 'megan', 'alex', 'lee', 'pat', 'noor'] as const;
export type UserId = (typeof userIds)[number];
export type Theme = 'light' | 'dark';
/** `form` in the address. Without it, Office on the web. */
const phones = { phone: 'iOS', ios: 'iOS', android: 'Android' } as const;
/** The phone that the page simulates, as `Office.context.platform` names it. */
export type Phone = (typeof phones)[keyof typeof phones];

/** The state of the host page that is kept in its address. */
export interface Address {
  readonly app: ApplicationId;
  /** An application in the address that the sandbox doesn't simulate, such as onenote. */
  readonly unknownApp?: string | undefined;
  /** Key of the add-in whose pane opens; undefined: the first one. */
  readonly addin?: string | undefined;
  /** Id of a named scenario; undefined: keep the current one. */
  readonly scenario?: string;
  /** A composed scenario as JSON text, not validated. Overrides `scenario`. */
  readonly composed?: string;
  /** Overrides the scenario's user. */
  readonly user?: UserId;
  readonly signedIn?: boolean;
  readonly locale: string;
  /** Undefined: the system's theme. */
  readonly theme?: Theme | undefined;
  /** Address of the task pane, if it isn't the default. */
  readonly pane?: string;
  readonly mode: MailboxMode;
  /** Undefined: Office on the web. */
  readonly phone?: Phone | undefined;
  /** Runtime of event handlers. */
  readonly eventRuntime: EventRuntime;
  /** Width of the pane, in pixels. */
  readonly width: number;
}

export const narrowest = 280;
export const widest = 900;

export function readAddress(search: string): Address {
  const params = new URLSearchParams(search);
  const app = params.get('app')?.toLowerCase() ?? null;
  const addin = params.get('addin');
  const scenario = params.get('scenario');
  const composed = params.get('composed');
  const user = userIds.find((id) => id === params.get('user'));
  const signedIn = params.get('signedIn');
  const theme = params.get('theme');
  const pane = params.get('pane');
  const phone = phoneOf(params.get('form'));
  return {
    app: isApplicationId(app) ? app : 'word',
    ...(app && !isApplicationId(app) ? { unknownApp: app } : {}),
    ...(addin ? { addin } : {}),
    ...(composed ? { composed } : scenario ? { scenario } : {}),
    ...(user ? { user } : {}),
    ...(signedIn === 'true' || signedIn === 'false' ? { signedIn: signedIn === 'true' } : {}),
    locale: localeOf(params.get('locale')),
    ...(theme === 'dark' || theme === 'light' ? { theme } : {}),
    ...(pane && isHttps(pane) ? { pane } : {}),
    mode: mailboxModes.find((mode) => mode === params.get('mode')) ?? defaultMode(phone),
    ...(phone ? { phone } : {}),
    eventRuntime: params.get('eventRuntime') === 'script' ? 'script' : 'page',
    width: widthOf(params.get('width')),
  };
}

/** Limits the address: Node accepts 16 kB of headers in total. */
const maxComposedLength = 8_000;

/** Returns the query, including `?`, without default values. Omits a composed scenario that is too long. */
export function writeAddress(address: Address): string {
  const params = new URLSearchParams({ app: address.unknownApp ?? address.app });
  if (address.addin) params.set('addin', address.addin);
  if (isInLink(address)) params.set('composed', address.composed ?? '');
  else if (address.scenario) params.set('scenario', address.scenario);
  if (address.user) params.set('user', address.user);
  if (address.signedIn !== undefined) params.set('signedIn', String(address.signedIn));
  if (address.locale !== 'en-US') params.set('locale', address.locale);
  if (address.theme) params.set('theme', address.theme);
  if (address.pane) params.set('pane', address.pane);
  if (address.phone) params.set('form', formOf(address.phone));
  if (address.mode !== defaultMode(address.phone)) params.set('mode', address.mode);
  if (address.eventRuntime !== 'page') params.set('eventRuntime', address.eventRuntime);
  if (address.width !== defaultWidth) params.set('width', String(address.width));
  return `?${params}`;
}

/** A scenario, named or composed, with the overrides of the panel. */
export type Choice = Pick<Address, 'scenario' | 'composed' | 'user' | 'signedIn'>;

/** Returns the choice of the address, without undefined members. */
export function choiceIn({ scenario, composed, user, signedIn }: Address): Choice {
  return {
    ...(scenario ? { scenario } : {}),
    ...(composed ? { composed } : {}),
    ...(user ? { user } : {}),
    ...(signedIn === undefined ? {} : { signedIn }),
  };
}

/** Replaces the choice of the address. */
export function withChoice(address: Address, choice: Choice): Address {
  const { scenario: _scenario, composed: _composed, user: _user, signedIn: _signedIn, ...rest } = address;
  return { ...rest, ...choice };
}

/** Returns whether there is a composed scenario that fits into an address. */
export function isInLink({ composed }: Pick<Address, 'composed'>): boolean {
  return composed !== undefined && encodeURIComponent(composed).length <= maxComposedLength;
}

/** Outlook on phones shows add-ins only for received messages. */
export const defaultMode = (phone: Phone | undefined): MailboxMode => (phone ? 'read' : 'compose');

/** Returns the value of the parameter `form`; empty for Office on the web. */
export const formOf = (phone: Phone | undefined): string =>
  phone === undefined ? '' : phone === 'Android' ? 'android' : 'phone';

/** @param form value of the parameter `form` */
export function phoneOf(form: string | null): Phone | undefined {
  return form !== null && Object.hasOwn(phones, form) ? phones[form as keyof typeof phones] : undefined;
}

const defaultWidth = 350;

function widthOf(text: string | null): number {
  const width = Number(text ?? defaultWidth);
  return Number.isFinite(width) ? Math.min(Math.max(Math.round(width), narrowest), widest) : defaultWidth;
}

/** office.js puts the locale into a path, so only language tags are allowed. */
function localeOf(text: string | null): string {
  return text && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(text) ? text : 'en-US';
}

/** office.js communicates only with https pages. */
function isHttps(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:';
}
