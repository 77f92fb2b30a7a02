import type { Finding } from '../../finding.ts';
import { parseJsonStrings, type JsonString } from '../jsonStrings.ts';
import { findingAt, pathText, valueAt } from '../unified/jsonPath.ts';
import { schemaErrors } from '../unified/schemaErrors.ts';

export interface CheckedUnified {
  readonly value: unknown;
  readonly texts: readonly JsonString[];
  readonly findings: readonly Finding[];
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
  const read = parseJsonStrings(json);
  if ('error' in read) {
    const fix = 'Fix the JSON there; nothing else was checked.';
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
  const read = parseJsonStrings(json.replaceAll(PLACEHOLDER, STANDS_FOR));
  const document = 'error' in read ? undefined : read.value;
  const version = valueAt(document, 'manifestVersion');
  if (typeof version !== 'string') {
    const fix = 'Write "manifestVersion": "1.23", or another version of the format.';
    return [findingAt(texts, '', 'This is not a unified manifest: it has no manifestVersion.', fix)];
  }
  const findings = schemaErrors(document, 'MicrosoftTeams', version);
  if (!findings) {
    const fix = 'Write a version of the unified manifest that @microsoft/app-manifest has, such as 1.23.';
    return [findingAt(texts, 'manifestVersion', `There is no schema for version ${version}.`, fix)];
  }
  const said = findings.map(({ path, problem }) =>
    findingAt(
      texts,
      pathText(path),
      `By Microsoft's schema ${version} it ${problem}.`,
      'See "App manifest reference" of Microsoft 365.',
    ),
  );
  // A definition that is referred to twice complains twice.
  return [...new Map(said.map((finding) => [`${finding.where} ${finding.problem}`, finding])).values()];
}

/** A button that opens nothing is the worst first impression, and Office says nothing about it. */
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
        `Actions are: ${ids.join(', ')}.`,
      ),
    );
}
