import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ClearError } from '../clearError.ts';
import { UNIFIED_MANIFEST, XML_MANIFESTS } from '../manifest/projectManifests.ts';
import { uniqueNameOf } from '../registration/uniqueName.ts';
import {
  renamedJson,
  renamedPackage,
  renamedPage,
  renamedWords,
  renamedXml,
  STARTER_IDS,
} from './renamed.ts';

/** Of the unified manifest: the shortest place that has to hold the name. */
const LONGEST = 30;

const shown = (given: string) => JSON.stringify(given.length > 60 ? `${given.slice(0, 57)}…` : given);

/** Which part of the rule the name breaks. */
function reason(name: string): string {
  if (name === '') return ': it is empty';
  const wrong = /[<>"\\{}]/u.exec(name)?.[0];
  if (wrong !== undefined) return ` because of ${wrong}`;
  return name.length > LONGEST ? `: it has ${name.length} characters` : ' because of a control character';
}

/** Gives the project in `folder` another name. @returns the paths that changed  @throws ClearError for a bad name */
export function rename(folder: string, given: string): string[] {
  const name = given.trim();
  if (name === '' || name.length > LONGEST || /[<>"\\{}\p{Cc}]/u.test(name)) {
    throw new ClearError(
      `${shown(given)} cannot be the name${reason(name)}. A name has 1 to ${LONGEST} characters, without < > " \\ { } ` +
        'and control characters such as line breaks. For example: npm run rename -- "Contoso Files"',
    );
  }
  const ids = new Map(STARTER_IDS.map((old) => [old, randomUUID()]));
  const slug = uniqueNameOf(
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/gu, '-')
      .replace(/^-|-$/gu, '') || name,
  );
  const inFolder = (path: string) => readdirSync(join(folder, path)).map((file) => `${path}/${file}`);
  const changes: [readonly string[], (text: string) => string][] = [
    [XML_MANIFESTS, (text) => renamedXml(text, name, ids)],
    [[UNIFIED_MANIFEST, ...inFolder('assets/languages')], (text) => renamedJson(text, name, ids)],
    [inFolder('src/taskpane/strings/languages'), (text) => renamedWords(text, name)],
    [['src/taskpane/taskpane.html'], (text) => renamedPage(text, name)],
    [['package.json', 'package-lock.json'], (text) => renamedPackage(text, slug)],
  ];
  return changes.flatMap(([files, change]) => files.filter((file) => rewrite(join(folder, file), change)));
}

/** @returns whether it changed; a project for one application has not all of the files */
function rewrite(path: string, change: (text: string) => string): boolean {
  if (!existsSync(path)) return false;
  const text = readFileSync(path, 'utf8');
  const changed = change(text);
  if (changed !== text) writeFileSync(path, changed);
  return changed !== text;
}
