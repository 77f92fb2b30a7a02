import { ClearError } from './clearError.ts';
import { addLanguage } from './language/addLanguage.ts';
import { ROOT } from './projectFolder.ts';
import { readOptions } from './options.ts';

const USAGE = 'npm run add-language -- nl-NL';

/** `npm run add-language -- nl-NL`: one more language in pane, dialog and manifests, to be translated there. */
export async function main(args: readonly string[]): Promise<void> {
  const [named] = readOptions(args, {}, USAGE, 1).positionals;
  if (named === undefined) throw new ClearError(`Say which language: ${USAGE}`);
  const { tag, locale, from, translate, listed } = await addLanguage(ROOT, named);
  console.log(
    `${tag} is added (${locale} in the manifests), with the words of ${from.tag} for now. Translate it in:\n` +
      `  ${translate.join('\n  ')}\nThese files list it and need no translation: ${listed.join(', ')}.`,
  );
}
