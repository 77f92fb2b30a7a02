import { UserError } from './userError.ts';
import { addLanguage } from './language/addLanguage.ts';
import { loadProject } from './project.ts';
import { ROOT } from './projectFolder.ts';
import { readOptions } from './options.ts';

export const USAGE = 'npm run add-language -- nl-NL';

/** Adds a language to pane, dialog and manifests, and lists the files to translate. */
export async function main(args: readonly string[]): Promise<void> {
  const [named] = readOptions(args, {}, USAGE, 1).positionals;
  if (named === undefined) throw new UserError(`The language is missing. Usage: ${USAGE}`);
  const { tag, locale, from, translate, listed } = await addLanguage(ROOT, await loadProject(), named);
  console.log(
    `Added ${tag} (${locale} in the manifests) with the texts of ${from.tag}. Translate these files:\n` +
      `  ${translate.join('\n  ')}\nThese files list the language and need no translation: ${listed.join(', ')}.`,
  );
}
