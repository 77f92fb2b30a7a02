import type { Fault } from '../check.ts';
import { readJson } from '../jsonText.ts';
import type { Unified } from './unified.ts';
import { faultAt, pathText, valueAt } from './place.ts';
import { schemaFaults } from './schema.ts';

/** Members that users read. */
const READ = /^(?:name\.\w+|description\.\w+|.*\.(?:label|title|description|displayName))$/u;

/** Every language of the pane has its file, and every file has each text that users read, and no other. */
export function checkLanguages(unified: Unified): Fault[] {
  const { value, texts, facts } = unified;
  const listed = (valueAt(value, 'localizationInfo.additionalLanguages') ?? []) as readonly {
    readonly languageTag: string;
    readonly file: string;
  }[];
  const at = 'localizationInfo.additionalLanguages';
  const missing = facts.locales.filter((locale) => !listed.some(({ languageTag }) => languageTag === locale));
  return [
    ...missing.map((locale) =>
      faultAt(
        texts,
        at,
        `The language ${locale} is missing.`,
        'Add its file, in assets/languages, and name it.',
      ),
    ),
    ...listed.flatMap(({ file }) => checkFile(unified, file)),
  ];
}

function checkFile({ value, texts, facts }: Unified, file: string): Fault[] {
  const at = 'localizationInfo.additionalLanguages';
  const text = facts.fileText(file);
  if (text === undefined)
    return [faultAt(texts, at, `There is no file ${file}.`, 'Write it, or take the language out.')];
  const read = readJson(text);
  if ('fault' in read)
    return [faultAt(texts, at, `${file}, line ${read.line}, is not JSON: ${read.fault}`, 'Mend it there.')];
  const version = String(valueAt(value, 'manifestVersion'));
  const bySchema = schemaFaults(read.value, 'MicrosoftTeams.Localization', version) ?? [];
  const own = Object.keys(read.value as object).filter((key) => key !== '$schema');
  const wanted = texts
    .filter(({ path }) => path[0] !== 'developer' && READ.test(pathText(path)))
    .map(({ path }) => pathText(path));
  return [
    ...bySchema.map(({ path, problem }) =>
      faultAt(texts, at, `${file}: ${pathText(path)} ${problem}.`, 'Mend it in that file.'),
    ),
    ...wanted
      .filter((key) => !own.includes(key))
      .map((key) => faultAt(texts, at, `${file} has no text for ${key}.`, 'Translate it there.')),
    ...own
      .filter((key) => valueAt(value, key) === undefined)
      .map((key) => faultAt(texts, at, `${file} translates ${key}, which is not there.`, 'Take it out.')),
  ];
}
