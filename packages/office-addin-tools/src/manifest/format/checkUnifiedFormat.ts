import type { Fault } from '../check.ts';
import { readJson, type JsonText } from '../jsonText.ts';
import { faultAt, pathText, valueAt } from '../unified/place.ts';
import { schemaFaults } from '../unified/schema.ts';

export interface CheckedUnified {
  readonly value: unknown;
  readonly texts: readonly JsonText[];
  readonly faults: readonly Fault[];
  /** Whether the document has the members that the schema promises. */
  readonly bySchema: boolean;
}

/** A template has the id of the registration filled in later; the schema wants a GUID there. */
const PLACEHOLDER = /(?<=")(?:\{[^{}"]{1,80}\}|\$?\{\{[^{}"]{1,80}\}\})(?=")|\{application GUID here\}/gu;
const STANDS_FOR = '00000000-0000-4000-8000-000000000000';

/**
 * Checks a unified manifest of any add-in: by Microsoft's own schema of its version, and whether its buttons have an
 * action. It knows nothing of this project. Pure but for reading the schema.
 */
export function checkUnifiedFormat(json: string): CheckedUnified {
  const read = readJson(json);
  if ('fault' in read) {
    const mend = 'Fix the JSON there; nothing else was checked.';
    const problem = `The file is not JSON: ${read.fault}`;
    return {
      value: undefined,
      texts: [],
      faults: [{ where: `line ${read.line}`, problem, mend }],
      bySchema: false,
    };
  }
  const { value, texts } = read;
  const faults = checkSchema(json, texts);
  if (faults.length > 0) return { value, texts, faults, bySchema: false };
  return { value, texts, faults: checkActions(texts), bySchema: true };
}

function checkSchema(json: string, texts: readonly JsonText[]): Fault[] {
  const read = readJson(json.replaceAll(PLACEHOLDER, STANDS_FOR));
  const document = 'fault' in read ? undefined : read.value;
  const version = valueAt(document, 'manifestVersion');
  if (typeof version !== 'string') {
    const mend = 'Write "manifestVersion": "1.23", or another version of the format.';
    return [faultAt(texts, '', 'This is not a unified manifest: it has no manifestVersion.', mend)];
  }
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
function checkActions(texts: readonly JsonText[]): Fault[] {
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
