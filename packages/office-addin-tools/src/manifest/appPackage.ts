import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { UserError } from '../userError.ts';
import { ZIP_TIMESTAMP } from '../release/zipTimestamp.ts';

/** Members of manifest.json that name files. */
interface NamedFiles {
  readonly icons: { readonly color: string; readonly outline: string };
  readonly localizationInfo?: { readonly additionalLanguages?: readonly { readonly file: string }[] };
}

/**
 * Returns the app package for upload: manifest.json, icons and languages at its root. Verifies it with `checkPackage`.
 * @param manifest text of a valid manifest.json
 * @param read returns the bytes of a project file by its relative path
 */
export function appPackage(manifest: string, read: (path: string) => Uint8Array): Uint8Array {
  const { icons, localizationInfo } = JSON.parse(manifest) as NamedFiles;
  const languages = (localizationInfo?.additionalLanguages ?? []).map(({ file }) => file);
  const files = [icons.color, icons.outline, ...languages];
  const flat = files.reduce(
    (text, file) => text.replaceAll(JSON.stringify(file), JSON.stringify(baseName(file))),
    manifest,
  );
  const content: Zippable = { 'manifest.json': strToU8(flat) };
  for (const file of files) content[baseName(file)] = read(file);
  const zip = zipSync(content, { mtime: ZIP_TIMESTAMP, level: 9 });
  checkPackage(zip);
  return zip;
}

/** Returns the names of the files. @throws UserError unless the package contains exactly the files that its manifest names */
export function checkPackage(zip: Uint8Array): readonly string[] {
  const found = unzipSync(zip);
  const manifest = found['manifest.json'];
  if (!manifest) throw new UserError('The package has no manifest.json at its root.');
  const { icons, localizationInfo } = JSON.parse(strFromU8(manifest)) as NamedFiles;
  const named = [
    'manifest.json',
    icons.color,
    icons.outline,
    ...(localizationInfo?.additionalLanguages ?? []).map(({ file }) => file),
  ];
  const missing = named.filter((file) => !found[file]);
  const surplus = Object.keys(found).filter((file) => !named.includes(file));
  if (missing.length + surplus.length > 0) {
    throw new UserError(
      `The package does not match its manifest.json: ${[...missing.map((file) => `${file} is missing`), ...surplus.map((file) => `${file} is not in the manifest`)].join(', ')}.`,
    );
  }
  return named;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
