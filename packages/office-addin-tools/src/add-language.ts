import { UserError } from './userError.ts';
import { addLanguage } from './language/addLanguage.ts';
import { loadProject } from './project.ts';
import { ROOT } from './projectFolder.ts';
import { readOptions } from './options.ts';

export const USAGE = 'npm run add-language -- nl-NL';

/** Adds a language to pane, dialog and manifests, to be translated there. */
export async function main(args: readonly string[]): Promise<void> {
  const [named] = readOptions(args, {}, USAGE, 1).positionals;
  if (named === undefined) throw new UserError(`Name the language: ${USAGE}`);
  const { tag, locale, from, translate, listed } = await addLanguage(ROOT, await loadProject(), named);
  console.log(
    `${tag} is added (${locale} in the manifests), with the words of ${from.tag} for now. Translate it in:\n` +
      `  ${translate.join('\n  ')}\nThese files list it and need no translation: ${listed.join(', ')}.`,
  );
}
