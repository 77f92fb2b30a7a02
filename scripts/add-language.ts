import { ClearError } from './clearError.ts';
import { addLanguage } from './language/addLanguage.ts';
import { ROOT } from './nodeProcess.ts';

/** `npm run add-language -- nl-NL`: one more language in pane, dialog and manifests, to be translated there. */
export async function main(args: readonly string[]): Promise<void> {
  const [locale, ...more] = args;
  if (locale === undefined || more.length > 0)
    throw new ClearError('Say which language: npm run add-language -- nl-NL');
  const written = await addLanguage(ROOT, locale);
  console.log(`The language is there, in English. Translate it in:\n  ${written.join('\n  ')}`);
}
