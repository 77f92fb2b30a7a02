import type { Application, OptionName } from './template/parts.ts';

export const licenses = ['MIT', 'none'] as const;
export type License = (typeof licenses)[number];

/** Everything that decides what a project looks like. Kept in the project, for `npm run upgrade`. */
export interface Answers {
  /** What users read in Office. */
  readonly name: string;
  readonly applications: readonly [Application, ...Application[]];
  /** The optional parts that are included. */
  readonly options: readonly OptionName[];
  /** Tags of the pane's languages, English among them. */
  readonly languages: readonly string[];
  readonly license: License;
  /** Who the license names; empty without one. */
  readonly holder: string;
  readonly year: number;
  /** Ids of the add-in in manifest.xml and manifest.outlook.xml. */
  readonly ids: readonly string[];
}

/** In the top folder of a project. */
export const RECORD_FILE = '.office-addin-sso.json';

export interface ProjectRecord {
  /** The template that the project was created from, or last upgraded to. */
  readonly template: { readonly version: string; readonly commit?: string | undefined };
  readonly answers: Answers;
}
