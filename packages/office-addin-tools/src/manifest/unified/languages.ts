import type { Finding } from '../../finding.ts';
import { parseJsonStrings } from '../jsonStrings.ts';
import type { Unified } from './unified.ts';
import { findingAt, pathText, valueAt } from './jsonPath.ts';
import { schemaErrors } from './schemaErrors.ts';

/** Members with text for users. */
const TRANSLATED = /^(?:name\.\w+|description\.\w+|.*\.(?:label|title|description|displayName))$/u;

/** Checks that every language of the pane has a file, and that every file translates exactly the texts for users. */
export function checkLanguages(unified: Unified): Finding[] {
  const { value, texts, facts } = unified;
  const listed = (valueAt(value, 'localizationInfo.additionalLanguages') ?? []) as readonly {
    readonly languageTag: string;
    readonly file: string;
  }[];
  const at = 'localizationInfo.additionalLanguages';
  const missing = facts.locales.filter((locale) => !listed.some(({ languageTag }) => languageTag === locale));
  return [
    ...missing.map((locale) =>
      findingAt(
        texts,
        at,
        `The language ${locale} is missing.`,
        'Add its file to assets/languages, and list it here.',
      ),
    ),
    ...listed.flatMap(({ file }) => checkFile(unified, file)),
  ];
}

function checkFile({ value, texts, facts }: Unified, file: string): Finding[] {
  const at = 'localizationInfo.additionalLanguages';
  const text = facts.fileText(file);
  if (text === undefined)
    return [findingAt(texts, at, `${file} does not exist.`, 'Create it, or remove the language.')];
  const read = parseJsonStrings(text);
  if ('error' in read)
    return [
      findingAt(texts, at, `${file}, line ${read.line}, is not JSON: ${read.error}`, 'Correct it there.'),
    ];
  const version = String(valueAt(value, 'manifestVersion'));
  const bySchema = schemaErrors(read.value, 'MicrosoftTeams.Localization', version) ?? [];
  const own = Object.keys(read.value as object).filter((key) => key !== '$schema');
  const wanted = texts
    .filter(({ path }) => path[0] !== 'developer' && TRANSLATED.test(pathText(path)))
    .map(({ path }) => pathText(path));
  return [
    ...bySchema.map(({ path, problem }) =>
      findingAt(texts, at, `${file}: ${pathText(path)} ${problem}.`, 'Correct it in that file.'),
    ),
    ...wanted
      .filter((key) => !own.includes(key))
      .map((key) => findingAt(texts, at, `${file} has no text for ${key}.`, 'Translate it there.')),
    ...own
      .filter((key) => valueAt(value, key) === undefined)
      .map((key) => findingAt(texts, at, `${file} translates ${key}, which does not exist.`, 'Remove it.')),
  ];
}
