import type { EventFacts } from './eventFacts.ts';

/** What a manifest must agree with. */
export interface ManifestFacts {
  /** File name, for findings. */
  readonly file: string;
  /** CLIENT_ID; undefined if it is a placeholder. */
  readonly clientId: string | undefined;
  /** ADDIN_ORIGIN, such as https://localhost:3000. */
  readonly addinOrigin: string;
  /** SCOPE, split. */
  readonly scopes: readonly string[];
  /** Locales that every text needs in addition to DefaultLocale, such as ja-JP. */
  readonly locales: readonly string[];
  /** Returns the size in pixels of the icon served at a path such as /icons/icon-16.png; undefined if it is missing. */
  readonly iconSize: (path: string) => { readonly width: number; readonly height: number } | undefined;
  /** Ids of the project's other manifests. Office treats add-ins with the same Id as one. */
  readonly otherIds: readonly string[];
  /** Undefined if the project handles no events. */
  readonly events?: EventFacts | undefined;
}

/** office-addin-sso replaces this text with the application id. */
export const ID_PLACEHOLDER = '{application GUID here}';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;

export const isGuid = (text: string): boolean => GUID.test(text) && !/^[0-]*$/u.test(text);
