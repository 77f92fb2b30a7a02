import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { convert, rename } from 'office-addin-tools/edits';
import { RECORD_FILE, type Answers, type ProjectRecord } from '../answers.ts';
import { formatted } from '../edit/formatted.ts';
import { projectLock, type Lock, type LockedPackage, type Tarball } from '../edit/lockfile.ts';
import { addedFiles } from './addedFiles.ts';
import { applyRemovals, removalsFor, type Files } from './applyRemovals.ts';
import { languagesOf, withLanguages } from './languages.ts';
import { applications, options } from './parts.ts';
import type { Template } from './readTemplate.ts';

/** As in the starter's office-addin.config.ts. */
const PROJECT_FILES = {
  applications: 'src/contract/applications.ts',
  page: 'src/taskpane/taskpane.html',
  words: 'src/taskpane/strings/languages',
  languages: 'src/taskpane/strings/languages.ts',
  dialogWords: 'src/dialog/strings.ts',
};
const LOCK_FILE = 'package-lock.json';

/**
 * Writes a project into a folder. The same template, answers and tarballs always give the same files.
 * @param tarballs the packages of this repository, which are copied by the caller
 */
export async function generate(
  folder: string,
  template: Template,
  answers: Answers,
  tarballs: readonly Tarball[],
): Promise<void> {
  const files = projectFiles(template, answers);
  const lock = JSON.parse(template.files.get(LOCK_FILE)?.toString() ?? '{}') as Lock;
  for (const [path, content] of addedFiles(answers, files, template)) files.set(path, content);
  const record: ProjectRecord = {
    template: { version: template.version, commit: template.commit },
    answers,
  };
  files.set(RECORD_FILE, Buffer.from(JSON.stringify(record)));
  const manifest = projectManifest(files, answers, tarballs);
  // `rename` looks for the name as npm writes it.
  files.set('package.json', Buffer.from(JSON.stringify(manifest, null, 2)));
  files.set(LOCK_FILE, Buffer.from(`${JSON.stringify(projectLock(lock, manifest, tarballs), null, 2)}\n`));
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const project = { files: PROJECT_FILES };
  if (answers.applications.length < applications.length) convert(folder, project, answers.applications);
  rename(folder, project, answers.name, answers.ids);
  for (const path of files.keys()) await formatFile(folder, path, template.files);
}

/** Returns the template without what the answers leave out. */
export function projectFiles({ files }: Template, answers: Answers): Map<string, Buffer> {
  const leftOut = new Set<string>([
    ...options.filter((option) => !answers.options.includes(option)),
    // Only Outlook raises them.
    ...(answers.applications.includes('outlook') ? [] : ['events']),
    ...applications.filter((application) => !answers.applications.includes(application)),
    ...(answers.languages.length < languagesOf(files).length ? ['languages'] : []),
  ]);
  const places = { app: answers.applications[0] };
  return withLanguages(applyRemovals(files, removalsFor(leftOut), places), answers.languages);
}

function projectManifest(files: Files, { license }: Answers, tarballs: readonly Tarball[]): LockedPackage {
  const before = JSON.parse(files.get('package.json')?.toString() ?? '{}') as LockedPackage & {
    scripts: Record<string, string>;
  };
  const { workspaces: _workspaces, description: _description, scripts, ...rest } = before;
  const own = Object.fromEntries(tarballs.map(({ name, path }) => [name, `file:${path}`]));
  const devDependencies = Object.entries({ ...before.devDependencies, ...own }).sort(([one], [other]) =>
    one.localeCompare(other, 'en'),
  );
  return {
    ...rest,
    license: license === 'none' ? 'UNLICENSED' : license,
    scripts: { ...scripts, upgrade: 'create-office-addin-sso upgrade' },
    devDependencies: Object.fromEntries(devDependencies),
  };
}

/** Formats a file that differs from the template's. */
async function formatFile(folder: string, path: string, before: Files): Promise<void> {
  const file = join(folder, path);
  if (!existsSync(file)) return;
  const content = await readFile(file);
  if (before.get(path)?.equals(content) === true) return;
  const text = await formatted(path, content.toString());
  if (text !== undefined) await writeFile(file, text);
}
