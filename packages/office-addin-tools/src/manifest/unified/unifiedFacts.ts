import type { ManifestFacts } from '../manifestFacts.ts';

/** What manifest.json has to agree with: the settings, the XML manifests, and the files that it names. */
export interface UnifiedFacts extends Pick<
  ManifestFacts,
  'file' | 'clientId' | 'addinOrigin' | 'locales' | 'iconSize'
> {
  /** Undefined: there is no XML manifest, or one that cannot be read. */
  readonly xml: XmlFacts | undefined;
  /** Text of a file of the project by its relative path; undefined: there is none. */
  readonly fileText: (path: string) => string | undefined;
  /** Pixels of a PNG of the project by its relative path; undefined: there is none. */
  readonly pngSize: (path: string) => { readonly width: number; readonly height: number } | undefined;
}

/** What the XML manifests say, in the words of the unified one. */
export interface XmlFacts {
  /** Id of the first of them. */
  readonly id: string | undefined;
  readonly version: string | undefined;
  /** document, workbook, presentation, mail. */
  readonly scopes: readonly string[];
  /** Names of the resource-specific permissions. */
  readonly permissions: readonly string[];
  readonly title: string | undefined;
}
