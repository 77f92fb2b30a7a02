import type { SendMode } from './launchEvents.ts';

/** An add-in as its manifest describes it. The same for XML (TaskPaneApp, ContentApp, MailApp) and unified JSON. */

/** The applications that a manifest can name. The sandbox simulates the first four. */
export const manifestHosts = [
  'word',
  'excel',
  'powerpoint',
  'outlook',
  'onenote',
  'project',
  'visio',
  'access',
] as const;
export type ManifestHostName = (typeof manifestHosts)[number];

/** A text or address, with its values for other languages by language tag. */
export interface Localized {
  readonly default: string;
  readonly overrides: Readonly<Record<string, string>>;
}

export interface AddinManifest {
  /** Path of the file, for messages. */
  readonly file: string;
  readonly format: 'xml' | 'unified';
  readonly id: string;
  readonly version: string;
  readonly providerName: string;
  readonly name: Localized;
  readonly description: Localized;
  /** Address of the icon, https or `data:`. */
  readonly icon?: Localized;
  readonly defaultLocale: string;
  /** As written: `ReadWriteDocument`, or names such as `Mailbox.ReadWrite.User`. */
  readonly permissions: readonly string[];
  /** Origins that the manifest allows in addition to those of its pages. */
  readonly appDomains: readonly string[];
  readonly webApplication?: WebApplication;
  readonly hosts: readonly ManifestHost[];
  /** Of a content add-in, which opens in the document: the size that it requests, in pixels. */
  readonly content?: { readonly width: number; readonly height: number };
}

/** `WebApplicationInfo`: the app registration for single sign-on. */
export interface WebApplication {
  readonly id: string;
  /** The Application ID URI, such as `api://localhost:3000/{client id}`. */
  readonly resource?: string;
  /** Delegated Graph permissions. A unified manifest names none. */
  readonly scopes: readonly string[];
}

/** What the manifest declares for one application. */
export interface ManifestHost {
  readonly host: ManifestHostName;
  /** Requirement sets that the add-in needs there, with the minimum version. */
  readonly requirementSets: Readonly<Record<string, string>>;
  /** Source locations, the preferred one first. */
  readonly pages: readonly ManifestPage[];
  readonly groups: readonly RibbonGroup[];
  readonly runtimes: readonly ManifestRuntime[];
  readonly launchEvents: readonly LaunchEvent[];
}

export type FormFactor = 'desktop' | 'tablet' | 'phone';

/** Where Outlook shows something. `default`: everywhere. */
export type ItemContext = 'default' | 'mailRead' | 'mailCompose' | 'meetingAttendee' | 'meetingOrganizer';

export interface ManifestPage {
  readonly formFactor: FormFactor;
  readonly context: ItemContext;
  readonly url: Localized;
}

export interface RibbonGroup {
  readonly id: string;
  readonly formFactor: FormFactor;
  readonly contexts: readonly ItemContext[];
  /** Tab of the ribbon, such as `TabHome`; of a custom tab its label. */
  readonly tab: Localized;
  readonly label: Localized;
  readonly controls: readonly RibbonControl[];
}

export type RibbonControl = RibbonButton | RibbonMenu;

export interface RibbonButton {
  readonly type: 'button';
  readonly id: string;
  readonly label: Localized;
  readonly description?: Localized;
  readonly icon?: Localized;
  readonly action: RibbonAction;
}

export interface RibbonMenu {
  readonly type: 'menu';
  readonly id: string;
  readonly label: Localized;
  readonly icon?: Localized;
  readonly items: readonly RibbonButton[];
}

export type RibbonAction =
  /** `ShowTaskpane`, or `openPage`. */
  | { readonly type: 'pane'; readonly url: Localized; readonly title?: Localized }
  /** `ExecuteFunction`. `page` loads the function. */
  | { readonly type: 'function'; readonly name: string; readonly page: Localized };

export interface ManifestRuntime {
  readonly page: Localized;
  /** The JavaScript file that classic Outlook loads instead of the page. */
  readonly script?: Localized;
  /** `long`: a shared runtime, in which pane and functions run in one page. */
  readonly lifetime: 'short' | 'long';
}

export interface LaunchEvent {
  /** Name that XML manifests use, such as `OnMessageSend`. */
  readonly type: string;
  readonly functionName: string;
  readonly page: Localized;
  /** The JavaScript file that classic Outlook loads instead of the page. */
  readonly script?: Localized;
  readonly sendMode?: SendMode;
}

/**
 * Returns the value for a language: of the tag itself, of another tag with the same language, or the default.
 * @param locale language tag, such as de-DE
 */
export function localize({ default: text, overrides }: Localized, locale: string): string {
  const wanted = locale.toLowerCase();
  const entries = Object.entries(overrides).map(([tag, value]) => [tag.toLowerCase(), value] as const);
  const exact = entries.find(([tag]) => tag === wanted);
  const [language = ''] = wanted.split('-');
  return (exact ?? entries.find(([tag]) => tag.split('-')[0] === language))?.[1] ?? text;
}

/** Returns every address that the add-in's pages are loaded from, in all languages. */
export function pageUrls({ hosts }: AddinManifest): string[] {
  const localized = hosts.flatMap(({ pages, groups, runtimes, launchEvents }) => [
    ...pages.map(({ url }) => url),
    ...groups.flatMap(({ controls }) =>
      controls.flatMap(buttonsOf).map(({ action }) => (action.type === 'pane' ? action.url : action.page)),
    ),
    ...runtimes.map(({ page }) => page),
    ...launchEvents.map(({ page }) => page),
  ]);
  return [...new Set(localized.flatMap((url) => [url.default, ...Object.values(url.overrides)]))];
}

/** Returns a button, or the items of a menu. */
export function buttonsOf(control: RibbonControl): readonly RibbonButton[] {
  return control.type === 'button' ? [control] : control.items;
}

/** Returns the origins of the add-in's pages, the origin of its first page first. */
export function pageOrigins(manifest: AddinManifest): string[] {
  return [...new Set(pageUrls(manifest).map((url) => new URL(url).origin))];
}

/** Returns the origin of an AppDomain, in a list; an empty list for anything else. A domain without scheme means https. */
export function originOf(domain: string): string[] {
  const address = /^[a-z][a-z\d+.-]*:\/\//iu.test(domain) ? domain : `https://${domain}`;
  return URL.canParse(address) ? [new URL(address).origin] : [];
}
