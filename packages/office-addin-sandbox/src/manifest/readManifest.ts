import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { SANDBOX_CLIENT_ID } from '../registration.ts';
import { UserError } from '../userError.ts';
import type { AddinManifest } from './addinManifest.ts';
import { moveManifest } from './moveManifest.ts';
import { readUnifiedManifest, type LanguageTexts } from './unifiedManifest.ts';
import { readXmlManifest } from './xmlManifest.ts';

/** What Microsoft's generators leave in a manifest until office-addin-sso or a developer fills it in. */
const PLACEHOLDERS: Readonly<Record<string, string>> = {
  '{PORT}': '3000',
  '{application GUID here}': SANDBOX_CLIENT_ID,
  '{CLIENT_ID}': SANDBOX_CLIENT_ID,
};

/**
 * Reads a manifest file: XML or unified JSON, whichever the content is.
 * @param origin where the add-in is instead of the origin in the manifest
 * @throws UserError if the file can't be read, or a ManifestError that names line and element
 */
export function readManifest(path: string, origin?: string): AddinManifest {
  const file = relative(process.cwd(), path) || path;
  const shown = file.startsWith('..') ? path : file;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new UserError(`Can't read the manifest ${path}: ${(error as Error).message}.`, { cause: error });
  }
  const language = (name: string) => readLanguage(resolve(dirname(path), name));
  const manifest = parseManifest(shown, text, language);
  return origin === undefined
    ? manifest
    : parseManifest(shown, moveManifest(manifest, filled(text), origin), language);
}

/**
 * @param file path, for messages
 * @param languageFile returns the texts of a file that a unified manifest names
 */
export function parseManifest(
  file: string,
  text: string,
  languageFile?: (name: string) => LanguageTexts | undefined,
): AddinManifest {
  const complete = filled(text);
  return complete.trimStart().startsWith('{')
    ? readUnifiedManifest(file, complete, languageFile)
    : readXmlManifest(file, complete);
}

function filled(text: string): string {
  return Object.entries(PLACEHOLDERS).reduce(
    (all, [placeholder, value]) => all.replaceAll(placeholder, value),
    text.replace(/^\uFEFF/u, ''),
  );
}

/** Returns undefined for a file that is missing or isn't a JSON object: the default language is used instead. */
function readLanguage(path: string): LanguageTexts | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as LanguageTexts;
  } catch {
    return undefined;
  }
}
