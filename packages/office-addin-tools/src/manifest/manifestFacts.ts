/** What a manifest has to agree with. */
export interface ManifestFacts {
  /** Name of the file, for the findings. */
  readonly file: string;
  /** CLIENT_ID; undefined while it is a placeholder. */
  readonly clientId: string | undefined;
  /** ADDIN_ORIGIN, such as https://localhost:3000. */
  readonly addinOrigin: string;
  /** SCOPE, split. */
  readonly scopes: readonly string[];
  /** Languages that every text needs beside DefaultLocale, such as ja-JP. */
  readonly locales: readonly string[];
  /** Pixels of the icon that the server serves at a path such as /icons/icon-16.png; undefined: there is none. */
  readonly iconSize: (path: string) => { readonly width: number; readonly height: number } | undefined;
  /** Ids of the other manifests of this project: Office takes two add-ins with one Id for the same. */
  readonly otherIds: readonly string[];
}

/** What office-addin-sso looks for and replaces with the application id. */
export const ID_PLACEHOLDER = '{application GUID here}';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;

export const isGuid = (text: string): boolean => GUID.test(text) && !/^[0-]*$/u.test(text);
