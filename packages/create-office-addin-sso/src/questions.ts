import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import * as prompts from '@clack/prompts';
import { validateName, packageName, UserError } from 'office-addin-tools/edits';
import { licenses, type Answers, type License } from './answers.ts';
import {
  applicationsOf,
  checkedHolder,
  missingFlags,
  nameFor,
  USAGE,
  withEnglish,
  type Flags,
} from './flags.ts';
import { ENGLISH } from './template/languages.ts';
import { applications, options, optionTitles, type OptionName } from './template/parts.ts';

export interface Chosen {
  readonly folder: string;
  readonly answers: Answers;
}

/**
 * Asks for what the flags leave open.
 * @param languages of the template
 * @param canAsk true in a terminal
 * @throws UserError when nobody can be asked, or the user cancels
 */
export async function chooseAnswers(
  flags: Flags,
  languages: readonly string[],
  canAsk: boolean,
): Promise<Chosen> {
  const missing = missingFlags(flags);
  if (missing.length > 0 && (flags.yes || !canAsk)) {
    const rest = flags.yes ? '' : ' Or add --yes to take the defaults.';
    throw new UserError(
      `Not answered, and there is no terminal to ask in: ${missing.join(', ')}.${rest} Usage: ${USAGE}`,
    );
  }
  const asks = missing.length > 0;
  /** Returns what the flag says, or else the user's answer, or else the default. */
  const choose = async <T>(given: T | undefined, ask: () => Promise<T>, byDefault: () => T): Promise<T> =>
    given ?? (asks ? await ask() : byDefault());

  if (asks) prompts.intro('Create an Office Add-in with single sign-on');
  const name = await choose(
    flags.name,
    () =>
      answered(
        prompts.text({
          message: 'What is the add-in called in Office?',
          initialValue: nameFor(flags.folder ?? 'my-files'),
          validate: (value) => faultOf(() => validateName(value ?? '')),
        }),
      ),
    () => nameFor(flags.folder ?? ''),
  );
  const folder = await choose(
    flags.folder,
    () =>
      answered(
        prompts.text({
          message: 'In which folder?',
          initialValue: packageName(validateName(name)),
          validate: (value) => (value?.trim() ? undefined : 'Name a folder that does not exist or is empty.'),
        }),
      ),
    () => packageName(name),
  );
  const chosenApplications = await choose(
    flags.applications,
    async () => applicationsOf(await several('For which applications?', applications, applications)),
    () => applicationsOf(applications),
  );
  const chosenOptions = await choose<readonly OptionName[]>(
    flags.options,
    () => several('What do you need?', options, options, optionTitles, false),
    () => options,
  );
  const chosenLanguages = await choose(
    flags.languages,
    () => several('In which languages?', languages, [ENGLISH], undefined, false),
    () => [ENGLISH],
  );
  const license = await choose<License>(
    flags.license,
    () =>
      answered(
        prompts.select({
          message: 'Under which license?',
          options: licenses.map((value) => ({
            value,
            label: value === 'none' ? 'None (not open source)' : value,
          })),
        }),
      ),
    () => 'none',
  );
  const askHolder = () =>
    choose(
      flags.holder,
      () =>
        answered(
          prompts.text({
            message: 'Who holds the copyright?',
            initialValue: userName() ?? '',
            validate: (value) => faultOf(() => checkedHolder(value ?? '')),
          }),
        ),
      () => userName() ?? name,
    );
  const holder = license === 'none' ? '' : await askHolder();
  if (!chosenApplications) throw new UserError('Choose at least one application.');
  return {
    folder,
    answers: {
      name: validateName(name),
      applications: chosenApplications,
      options: options.filter((option) => chosenOptions.includes(option)),
      languages: withEnglish(chosenLanguages, languages),
      license,
      holder,
      year: new Date().getFullYear(),
      ids: [randomUUID(), randomUUID()],
    },
  };
}

async function several<T extends string>(
  message: string,
  values: readonly T[],
  initialValues: readonly T[],
  labels?: Readonly<Record<T, string>>,
  required = true,
): Promise<T[]> {
  const choices = values.map((value) => ({ value: String(value), label: labels?.[value] ?? value }));
  const answer = await answered(
    prompts.multiselect({ message, options: choices, initialValues: [...initialValues], required }),
  );
  return values.filter((value) => answer.includes(value));
}

/** @throws UserError when the user cancels */
async function answered<T>(question: Promise<T>): Promise<Exclude<T, symbol>> {
  const answer = await question;
  if (typeof answer === 'symbol') throw new UserError('Canceled. Nothing was created.');
  return answer as Exclude<T, symbol>;
}

function faultOf(check: () => unknown): string | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function userName(): string | undefined {
  try {
    const name = execFileSync('git', ['config', 'user.name'], { stdio: ['ignore', 'pipe', 'ignore'] });
    return name.toString().trim() || undefined;
  } catch {
    return undefined;
  }
}
