import type { Fault } from '../check.ts';
import type { Finding } from '../finding.ts';
import { readJson, type JsonText } from '../jsonText.ts';
import { ID_PLACEHOLDER } from '../manifestFacts.ts';
import { checkAddresses } from './addresses.ts';
import { checkLanguages } from './languages.ts';
import { faultAt, pathText, valueAt } from './place.ts';
import { checkRegistration } from './registration.ts';
import { checkSameAsXml } from './sameAsXml.ts';
import { schemaFaults } from './schema.ts';
import type { Unified } from './unified.ts';
import type { UnifiedFacts } from './unifiedFacts.ts';

const STANDS_FOR = '00000000-0000-4000-8000-000000000000';

/** All faults of the unified manifest: by Microsoft's schema first, then by what the schema cannot know. */
export function checkUnified(json: string, facts: UnifiedFacts): Finding[] {
  const read = readJson(json);
  const { file } = facts;
  if ('fault' in read) {
    const { fault, line } = read;
    const mend = 'Mend the JSON there; nothing else was checked.';
    return [{ file, where: `line ${line}`, problem: `The file is not JSON: ${fault}`, mend }];
  }
  const unified = { ...read, facts };
  const bySchema = checkSchema(json, read.texts);
  // The other checks read members that the schema promises.
  const faults =
    bySchema.length > 0
      ? bySchema
      : [
          ...checkSameAsXml(unified),
          ...checkAddresses(unified),
          ...checkActions(unified),
          ...checkLanguages(unified),
          ...checkRegistration(unified),
        ];
  return faults.map((fault) => ({ file, ...fault }));
}

function checkSchema(json: string, texts: readonly JsonText[]): Fault[] {
  // While there is no registration, the placeholder stands where the schema wants a GUID.
  const read = readJson(json.replaceAll(ID_PLACEHOLDER, STANDS_FOR));
  const document = 'fault' in read ? undefined : read.value;
  const version = String(valueAt(document, 'manifestVersion'));
  const faults = schemaFaults(document, 'MicrosoftTeams', version);
  if (!faults) {
    const mend = 'Write a version of the unified manifest that @microsoft/app-manifest has, such as 1.23.';
    return [faultAt(texts, 'manifestVersion', `There is no schema for version ${version}.`, mend)];
  }
  const said = faults.map(({ path, problem }) =>
    faultAt(
      texts,
      pathText(path),
      `By Microsoft's schema ${version} it ${problem}.`,
      'See "App manifest reference" of Microsoft 365.',
    ),
  );
  // A definition that is referred to twice complains twice.
  return [...new Map(said.map((fault) => [`${fault.where} ${fault.problem}`, fault])).values()];
}

/** A button that opens nothing is the worst first impression, and Office says nothing about it. */
function checkActions({ texts }: Unified): Fault[] {
  const ids = texts
    .filter(({ path }) => path[2] === 'runtimes' && path[4] === 'actions' && path.at(-1) === 'id')
    .map(({ value }) => value);
  return texts
    .filter(({ path, value }) => path.at(-1) === 'actionId' && !ids.includes(value))
    .map(({ path, value }) =>
      faultAt(
        texts,
        pathText(path),
        `No runtime has an action "${value}".`,
        `Actions are: ${ids.join(', ')}.`,
      ),
    );
}
