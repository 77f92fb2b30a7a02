import type { Finding } from '../../finding.ts';
import { parseJsonStrings, type JsonString } from '../jsonStrings.ts';
import { findingAt, pathText, valueAt } from '../unified/jsonPath.ts';
import { schemaErrors } from '../unified/schemaErrors.ts';

export interface CheckedUnified {
  readonly value: unknown;
  readonly texts: readonly JsonString[];
  readonly findings: readonly Finding[];
  /** True if the document is valid by the schema. */
  readonly bySchema: boolean;
}

/** Placeholders for the registration's id in templates. The schema requires a GUID. */
const PLACEHOLDER = /(?<=")(?:\{[^{}"]{1,80}\}|\$?\{\{[^{}"]{1,80}\}\})(?=")|\{application GUID here\}/gu;
const PLACEHOLDER_GUID = '00000000-0000-4000-8000-000000000000';

/**
 * Checks any add-in's unified manifest against Microsoft's schema for its version, and checks that its buttons have an
 * action. Independent of a project. Pure, except for reading the schema.
 */
export function checkUnifiedFormat(json: string): CheckedUnified {
  const read = parseJsonStrings(json);
  if ('error' in read) {
    const fix = 'Correct the JSON, then validate again: nothing else was checked.';
    const problem = `The file is not JSON: ${read.error}`;
    return {
      value: undefined,
      texts: [],
      findings: [{ where: `line ${read.line}`, problem, fix }],
      bySchema: false,
    };
  }
  const { value, texts } = read;
  const findings = checkSchema(json, texts);
  if (findings.length > 0) return { value, texts, findings, bySchema: false };
  return { value, texts, findings: checkActions(texts), bySchema: true };
}

function checkSchema(json: string, texts: readonly JsonString[]): Finding[] {
  const read = parseJsonStrings(json.replaceAll(PLACEHOLDER, PLACEHOLDER_GUID));
  const document = 'error' in read ? undefined : read.value;
  const version = valueAt(document, 'manifestVersion');
  if (typeof version !== 'string') {
    const fix = 'Add "manifestVersion": "1.23", or another version of the format.';
    return [findingAt(texts, '', 'This is not a unified manifest: it has no manifestVersion.', fix)];
  }
  const findings = schemaErrors(document, 'MicrosoftTeams', version);
  if (!findings) {
    const fix = 'Use a version that @microsoft/app-manifest supports, such as 1.23.';
    return [findingAt(texts, 'manifestVersion', `There is no schema for version ${version}.`, fix)];
  }
  const said = findings.map(({ path, problem }) =>
    findingAt(
      texts,
      pathText(path),
      `Invalid by Microsoft's schema ${version}: ${problem}.`,
      'See "App manifest reference" in the Microsoft 365 documentation.',
    ),
  );
  // A definition referenced twice reports the same problem twice.
  return [...new Map(said.map((finding) => [`${finding.where} ${finding.problem}`, finding])).values()];
}

/** Checks that every actionId exists. Office ignores a button without an action, without an error. */
function checkActions(texts: readonly JsonString[]): Finding[] {
  const ids = texts
    .filter(({ path }) => path[2] === 'runtimes' && path[4] === 'actions' && path.at(-1) === 'id')
    .map(({ value }) => value);
  return texts
    .filter(({ path, value }) => path.at(-1) === 'actionId' && !ids.includes(value))
    .map(({ path, value }) =>
      findingAt(
        texts,
        pathText(path),
        `No runtime has an action "${value}".`,
        `Use one of: ${ids.join(', ')}.`,
      ),
    );
}
