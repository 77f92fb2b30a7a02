import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import AjvDraft04 from 'ajv-draft-04';
import type { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/** bundle.mjs copies the schemas into the package. The repository has them in @microsoft/app-manifest. */
const COPIED = join(import.meta.dirname, 'schemas');
const SCHEMAS = existsSync(COPIED) ? COPIED : installedSchemas();

export type SchemaName = 'MicrosoftTeams' | 'MicrosoftTeams.Localization';

export interface SchemaError {
  readonly path: readonly (string | number)[];
  readonly problem: string;
}

/**
 * Validates a document against Microsoft's schema, without network access.
 * @param version manifestVersion of the manifest, such as "1.23" or "devPreview"
 * @returns undefined if there is no schema for this version
 */
export function schemaErrors(
  document: unknown,
  schema: SchemaName,
  version: string,
): SchemaError[] | undefined {
  const validate = validatorOf(schema, version);
  if (!validate) return undefined;
  if (validate(document)) return [];
  return (validate.errors ?? []).map(({ instancePath, message = 'is wrong', params }) => ({
    path: instancePath
      .split('/')
      .slice(1)
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
      .map((part) => (/^\d+$/u.test(part) ? Number(part) : part)),
    problem: `${message}${detail(params)}`,
  }));
}

const compiled = new Map<string, ValidateFunction>();

/** Caches compiled schemas: compiling takes a second, and all language files share one. */
function validatorOf(schema: SchemaName, version: string): ValidateFunction | undefined {
  const known = compiled.get(`${schema} ${version}`);
  if (known) return known;
  const text = schemaText(schema, version);
  if (text === undefined) return undefined;
  // The schemas contain patterns that are invalid with the "u" flag, and non-standard keywords.
  const ajv = new AjvDraft04({ strict: false, allErrors: true, unicodeRegExp: false, logger: false });
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(text) as object);
  compiled.set(`${schema} ${version}`, validate);
  return validate;
}

function installedSchemas(): string {
  const file = createRequire(import.meta.url).resolve('@microsoft/app-manifest/package.json');
  return join(dirname(file), 'build/json-schemas/teams');
}

function detail(params: Record<string, unknown>): string {
  const said = params['additionalProperty'] ?? params['allowedValues'] ?? params['allowedValue'];
  return said === undefined ? '' : ` (${Array.isArray(said) ? said.join(', ') : JSON.stringify(said)})`;
}

function schemaText(schema: SchemaName, version: string): string | undefined {
  const folder = /^(?:m365)?devPreview$/iu.test(version) ? 'vDevPreview' : `v${version}`;
  if (!/^v(?:\d+\.\d+|DevPreview)$/u.test(folder)) return undefined;
  try {
    return readFileSync(join(SCHEMAS, folder, `${schema}.schema.json`), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
