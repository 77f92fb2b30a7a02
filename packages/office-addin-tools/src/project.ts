import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Configuration } from 'webpack';
import type { Environment } from './env/environment.ts';
import { didYouMean } from './nearest.ts';
import { ROOT } from './projectFolder.ts';
import { UserError } from './userError.ts';

/** The project's configuration, `office-addin.config.ts`. */

export const applications = ['word', 'excel', 'powerpoint', 'outlook'] as const;
export type Application = (typeof applications)[number];

export interface AddinProject {
  /** The applications that the add-in supports. `start` opens the first one. */
  readonly applications: readonly [Application, ...Application[]];
  /** BCP 47 tags of the pane's languages. Every manifest needs its texts in each of them. */
  readonly languages: readonly string[];
  /** A Zod object with the check of each setting: `z.object({ PORT: z.string(), … })`. */
  readonly settings: SettingsSchema;
  /**
   * Reads the settings as the server does. Throws an error named ConfigError; its message is a heading and one line for
   * each invalid setting, which begins with the setting's name.
   */
  readSettings(environment: Environment): ProjectSettings;
  /** Checks what only this project's server can check, such as a folder it writes to. For `doctor`. */
  findFaults?(settings: ProjectSettings): Promise<readonly ProjectFault[]>;
  /** The problem catalogue, for `errors`. */
  readonly problems?: Problems;
  /** What the project adds to the sandbox. */
  readonly sandbox?: SandboxAdditions;
  /** The handlers of events that the manifests raise, for `validate` and `add-language`. */
  readonly events?: ProjectEvents;
  /** Path of the server's source file, for `start`. */
  readonly server: string;
  /** Loads the webpack configurations of pages and server. */
  webpack(): Promise<Bundles>;
  /** Paths of the source files that `rename`, `add-language` and `convert-to-single-host` change. */
  readonly files: ProjectFiles;
}

export interface ProjectEvents {
  /** Path of the source file that associates the handlers. Their texts are in translations.ts next to it. */
  readonly handlers: string;
  /** Path of the page on ADDIN_ORIGIN, such as /events.html. */
  readonly page: string;
  /** Path of the script on ADDIN_ORIGIN that the server lists for single sign-on, such as /events.js. */
  readonly script: string;
}

export interface SandboxAdditions {
  /** Folder of modules whose default exports are calls of Microsoft Graph that the sandbox lacks. It may be missing. */
  readonly graph: string;
}

/** The part of a Zod object that the tools use. */
export interface SettingsSchema {
  readonly shape: Readonly<Record<string, SettingCheck>>;
}

export interface SettingCheck {
  safeParse(value: unknown): SettingResult;
}

export type SettingResult =
  | { readonly success: true; readonly data: unknown }
  | { readonly success: false; readonly error: { readonly issues: readonly { readonly message: string }[] } };

/** The settings that the tools read. A project has more. */
export interface ProjectSettings {
  readonly clientId: string;
  /** Client id of the pane's own registration, if it has one. */
  readonly paneClientId?: string;
  readonly addinOrigin: string;
  readonly scopes: readonly string[];
  readonly authority: { readonly url: string; readonly origin: string; readonly tenant: string };
  readonly graphEndpoint: string;
  readonly officeJsUrl: string;
  readonly credential:
    | { readonly kind: 'secret' | 'managed-identity' }
    | { readonly kind: 'certificate'; readonly path: string };
  /** Null: a proxy in front of the server terminates TLS. */
  readonly tls: { readonly certPath: string; readonly keyPath: string } | null;
}

export interface ProjectFault {
  /** Name of the setting. */
  readonly where: string;
  /** One sentence, without values of settings. */
  readonly problem: string;
}

export interface Bundles {
  /** `output` is the server's PUBLIC_DIR. */
  readonly pages: (options: { readonly development: boolean; readonly output: string }) => Configuration;
  readonly server: (options: { readonly output: string }) => Configuration;
}

export interface ProjectFiles {
  /** Contains the list of the applications. */
  readonly applications: string;
  /** HTML page with the add-in's name as its title. */
  readonly page: string;
  /** Folder with one file of texts for each language. */
  readonly words: string;
  /** Contains the list of the pane's languages. */
  readonly languages: string;
  /** Contains the dialog's texts in each language. */
  readonly dialogWords: string;
}

export interface Problems {
  readonly catalogue: Readonly<Record<string, ProblemRow>>;
  readonly explanations: Readonly<Record<string, Explanation>>;
}

/** A row of the problem catalogue. docs/errors.md explains the members. */
export interface ProblemRow {
  readonly origin: string;
  readonly reaction: string;
  readonly atLaunch?: string | undefined;
  readonly second?: string | undefined;
  readonly action: string;
  readonly alternative?: string | undefined;
  readonly officeCode?: number | undefined;
  readonly status?: number | undefined;
}

export interface Explanation {
  readonly title: string;
  readonly hint: string;
  readonly link?: string | undefined;
}

export const CONFIG_FILE = 'office-addin.config.ts';

export const hasProjectConfig = (folder = ROOT): boolean => existsSync(join(folder, CONFIG_FILE));

/** Loads the project's configuration. @throws UserError that names the file and the invalid members */
export async function loadProject(folder = ROOT): Promise<AddinProject> {
  const path = join(folder, CONFIG_FILE);
  if (!existsSync(path)) {
    throw new UserError(
      `This command needs ${CONFIG_FILE}, but there is none in ${folder}. ` +
        'The README of office-addin-tools explains how to write one.',
    );
  }
  let loaded: { default?: unknown };
  try {
    loaded = await importTypeScript(path);
  } catch (error) {
    throw new UserError(`${path} cannot be loaded: ${(error as Error).message}`, { cause: error });
  }
  return checkedProject(loaded.default, path);
}

/** Imports a module, with tsx if Node.js was started without it and cannot read TypeScript, as in the tests of a project. */
async function importTypeScript(path: string): Promise<{ default?: unknown }> {
  const url = pathToFileURL(path).href;
  try {
    return (await import(url)) as { default?: unknown };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_UNKNOWN_FILE_EXTENSION') throw error;
    const { tsImport } = await import('tsx/esm/api');
    return (await tsImport(url, import.meta.url)) as { default?: unknown };
  }
}

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string' && value !== '';
const isFunction: Check = (value) => typeof value === 'function';
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isList = (of: Check): Check => {
  return (value) => Array.isArray(value) && value.length > 0 && value.every(of);
};
const hasTexts = (names: readonly string[]): Check => {
  return (value) => isObject(value) && names.every((name) => isText(value[name]));
};
const EVENTS = ['handlers', 'page', 'script'];
const FILES = ['applications', 'page', 'words', 'languages', 'dialogWords'];

/** For each member a check and a description of valid values. */
const MEMBERS: Readonly<Record<keyof AddinProject, readonly [check: Check, sentence: string]>> = {
  applications: [
    isList((one) => (applications as readonly unknown[]).includes(one)),
    `a list with at least one of ${applications.join(', ')}`,
  ],
  languages: [isList(isLanguageTag), 'a list of language tags such as en or pt-BR'],
  settings: [(value) => isObject(value) && isObject(value['shape']), 'a Zod object'],
  readSettings: [isFunction, 'a function that returns the settings'],
  findFaults: [isOptional(isFunction), 'a function that returns a list of problems'],
  problems: [
    isOptional((value) => isObject(value) && isObject(value['catalogue']) && isObject(value['explanations'])),
    'an object with catalogue and explanations',
  ],
  sandbox: [isOptional(hasTexts(['graph'])), 'an object with the path graph'],
  events: [isOptional(hasTexts(EVENTS)), `an object with the paths ${EVENTS.join(', ')}`],
  server: [isText, 'the path of a file'],
  webpack: [isFunction, "a function such as () => import('./webpack.config.js')"],
  files: [hasTexts(FILES), `an object with the paths ${FILES.join(', ')}`],
};

function isOptional(check: Check): Check {
  return (value) => value === undefined || check(value);
}

function isLanguageTag(value: unknown): boolean {
  try {
    return typeof value === 'string' && Intl.getCanonicalLocales(value).length === 1;
  } catch {
    // A malformed tag throws a RangeError.
    return false;
  }
}

/** Validates a project configuration. @throws UserError that lists every missing, invalid or unknown member */
export function checkedProject(value: unknown, file: string): AddinProject {
  if (!isObject(value)) throw new UserError(`${file} must have the project as its default export.`);
  const names = Object.keys(MEMBERS);
  const unknown = Object.keys(value)
    .filter((name) => !names.includes(name))
    .map((name) => `"${name}" is not a known member. ${didYouMean(name, names)}`.trim());
  const wrong = Object.entries(MEMBERS)
    .filter(([name, [check]]) => !check(value[name]))
    .map(
      ([name, [, sentence]]) => `"${name}" ${name in value ? 'must be' : 'is missing: it is'} ${sentence}.`,
    );
  if (unknown.length + wrong.length > 0)
    throw new UserError(`${file}:\n  ${[...wrong, ...unknown].join('\n  ')}`);
  return value as unknown as AddinProject;
}

/** Returns the names of the project's settings. */
export const settingNames = ({ settings }: Pick<AddinProject, 'settings'>): string[] =>
  Object.keys(settings.shape);

/**
 * Returns the values of some settings, validated by the project's schema.
 * @param heading begins the error message
 * @throws UserError that names each invalid setting
 */
export function readSettingsSubset<Name extends string>(
  { settings }: Pick<AddinProject, 'settings'>,
  environment: Environment,
  names: readonly Name[],
  heading: string,
): Record<Name, unknown> {
  const read = names.map((name) => [name, settings.shape[name]?.safeParse(environment[name])] as const);
  const wrong = read.flatMap(([name, result]) => {
    if (result === undefined) return [`${name} is not a setting of this project.`];
    return result.success ? [] : result.error.issues.map(({ message }) => `${name} ${message}.`);
  });
  if (wrong.length > 0) throw new UserError(`${heading} ${wrong.join(' ')}`);
  return Object.fromEntries(
    read.map(([name, result]) => [name, result?.success === true ? result.data : undefined]),
  ) as Record<Name, unknown>;
}
