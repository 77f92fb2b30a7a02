import type { ManifestFacts } from '../manifestFacts.ts';

/** What manifest.json must agree with: settings, XML manifests, and the files it names. */
export interface UnifiedFacts extends Pick<
  ManifestFacts,
  'file' | 'clientId' | 'addinOrigin' | 'locales' | 'iconSize' | 'events'
> {
  /** Undefined if there is no XML manifest, or one cannot be parsed. */
  readonly xml: XmlFacts | undefined;
  /** Returns the text of a project file by its relative path; undefined if it is missing. */
  readonly fileText: (path: string) => string | undefined;
  /** Returns the size in pixels of a PNG by its relative path; undefined if it is missing or not a PNG. */
  readonly pngSize: (path: string) => { readonly width: number; readonly height: number } | undefined;
}

/** Values of the XML manifests in terms of the unified manifest. */
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
