import { basename, resolve } from 'node:path';
import { validateName, didYouMean, readOptions, UserError } from 'office-addin-tools/edits';
import { licenses, type License } from './answers.ts';
import { ENGLISH } from './template/languages.ts';
import { applications, options, type Application, type OptionName } from './template/parts.ts';

/** The command line of `create`. Pure. */

export const USAGE =
  'npm create office-addin-sso@latest <folder> -- [--name "Contoso Files"] [--apps word,excel] ' +
  `[--without ${options.join(',')}] [--languages en,de] [--license MIT|none] [--holder "Contoso Ltd."] [--no-git] [--yes]`;

/** What the command line answers; undefined: not answered. */
export interface Flags {
  readonly folder: string | undefined;
  readonly name: string | undefined;
  readonly applications: readonly [Application, ...Application[]] | undefined;
  readonly options: readonly OptionName[] | undefined;
  readonly languages: readonly string[] | undefined;
  readonly license: License | undefined;
  readonly holder: string | undefined;
  readonly git: boolean;
  /** Takes the defaults for what is not answered. */
  readonly yes: boolean;
}

/**
 * Reads and checks the command line.
 * @param languages of the template
 * @throws UserError that names the wrong value, and the one that was probably meant
 */
export function readFlags(args: readonly string[], languages: readonly string[]): Flags {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const { values, positionals } = readOptions(
    args,
    {
      name: text,
      apps: text,
      without: text,
      languages: text,
      license: text,
      holder: text,
      'no-git': flag,
      yes: flag,
    },
    USAGE,
    1,
  );
  const without = listOf(values.without, '--without', options);
  const tags = listOf(values.languages, '--languages', languages);
  return {
    folder: positionals[0],
    name: values.name === undefined ? undefined : validateName(values.name),
    applications: applicationsOf(listOf(values.apps, '--apps', applications)),
    options: without && options.filter((option) => !without.includes(option)),
    languages: tags && withEnglish(tags, languages),
    license: values.license === undefined ? undefined : oneOf(values.license, '--license', licenses),
    holder: values.holder === undefined ? undefined : checkedHolder(values.holder),
    git: values['no-git'] !== true,
    yes: values.yes === true,
  };
}

/** Returns the flags that a program has to give where nobody can be asked. */
export function missingFlags({
  folder,
  name,
  applications,
  options,
  languages,
  license,
  holder,
  yes,
}: Flags): string[] {
  if (yes) return folder === undefined && name === undefined ? ['<folder>'] : [];
  return Object.entries({
    '<folder>': folder ?? name,
    '--name': name,
    '--apps': applications,
    '--without': options,
    '--languages': languages,
    '--license': license,
    '--holder': license === 'none' ? '' : holder,
  }).flatMap(([flag, answer]) => (answer === undefined ? [flag] : []));
}

/** Returns the applications in the template's order. */
export function applicationsOf(
  chosen: readonly Application[] | undefined,
): readonly [Application, ...Application[]] | undefined {
  const [first, ...others] = applications.filter((application) => chosen?.includes(application));
  return first && [first, ...others];
}

/** Returns the languages in the template's order, with English, which the others fall back to. */
export function withEnglish(chosen: readonly string[], languages: readonly string[]): string[] {
  return languages.filter((tag) => tag === ENGLISH || chosen.includes(tag));
}

/** Suggests a name for what is created in a folder: `contoso-files` gives `Contoso Files`. */
export function nameFor(folder: string): string {
  const words = basename(resolve(folder)).split(/[-_.\s]+/u);
  const name = words
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
  try {
    return validateName(name);
  } catch {
    return 'My Files';
  }
}

/** @throws UserError */
export function checkedHolder(given: string): string {
  const holder = given.trim();
  if (holder === '' || /\p{Cc}/u.test(holder) || holder.length > 100)
    throw new UserError(
      'The license holder has to be one line of 1 to 100 characters, such as "Contoso Ltd."',
    );
  return holder;
}

/** `none` is an empty list, `all` the whole one. */
function listOf<T extends string>(
  given: string | undefined,
  flag: string,
  known: readonly T[],
): T[] | undefined {
  if (given === undefined) return undefined;
  if (given === 'all') return [...known];
  if (given === 'none' && flag === '--without') return [];
  const names = given.split(/[\s,]+/u).filter((name) => name !== '');
  if (names.length === 0) throw new UserError(`${flag} is empty. It takes: ${known.join(', ')}.`);
  return names.map((name) => oneOf(name, flag, known));
}

function oneOf<T extends string>(given: string, flag: string, known: readonly T[]): T {
  const found = known.find((name) => name.toLowerCase() === given.toLowerCase());
  if (found !== undefined) return found;
  const sentences = [
    `${flag} does not know ${JSON.stringify(given)}.`,
    didYouMean(given, known),
    `It takes: ${known.join(', ')}.`,
  ];
  throw new UserError(sentences.filter((sentence) => sentence !== '').join(' '));
}
