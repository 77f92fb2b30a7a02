// @module-tag full
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { firstCommit, git } from './git.ts';
import { changedTemplate, CreatedProject, nothing, template } from './testing/createdProject.ts';
import { checkRepository, fetchPackage, merge, readRecord } from './upgrade.ts';

const CLAIMS = 'src/server/auth/tokenValidator.ts';
const FIX = '// A fix of the template.\n';

/** The next version: a fix, a change of a part that the project left out, and a new file. */
const next = changedTemplate(template, '0.2.0', (files) => {
  files.set(CLAIMS, Buffer.from(`${FIX}${files.get(CLAIMS)?.toString() ?? ''}`));
  files.set('src/server/options/redis/later.ts', Buffer.from('export const later = 1;\n'));
  files.set('src/server/later.ts', Buffer.from('export const later = 1;\n'));
});

let oldTree: CreatedProject;
let newTree: CreatedProject;
let project: CreatedProject;

beforeAll(async () => {
  oldTree = await new CreatedProject().generate(nothing);
  newTree = await new CreatedProject().generate(nothing, next);
}, 240_000);
beforeEach(async () => {
  project = await new CreatedProject('a project').generate(nothing);
  await git(project.folder, ['init', '--quiet']);
  await git(project.folder, ['config', 'user.name', 'Test']);
  await git(project.folder, ['config', 'user.email', 'test@example.com']);
  await firstCommit(project.folder, 'Create the project');
  return () => project.remove();
}, 120_000);
afterAll(() => {
  oldTree.remove();
  newTree.remove();
});

async function commit(path: string, change: (text: string) => string): Promise<void> {
  writeFileSync(join(project.folder, path), change(project.read(path)));
  await git(project.folder, ['commit', '--quiet', '--all', '--message', 'Change']);
}
const upgrade = (dryRun = false) => merge(project.folder, oldTree.folder, newTree.folder, dryRun);
const staged = async () =>
  (await git(project.folder, ['diff', '--staged', '--name-only'])).split('\n').filter(Boolean);

it('brings a fix of the template, keeps own changes, and leaves a left-out part out', async () => {
  await commit(CLAIMS, (text) => `${text}// Our own line.\n`);
  await commit('README.md', (text) => `${text}\nOurs.\n`);
  expect(await upgrade()).toMatchObject({ conflicts: [] });
  expect(project.read(CLAIMS)).toMatch(/^\/\/ A fix of the template\.\n[^]*\/\/ Our own line\.\n$/u);
  expect(project.read('README.md')).toContain('Ours.');
  expect(existsSync(join(project.folder, 'src/server/options/redis'))).toBe(false);
  expect(await staged()).toEqual(['.office-addin-sso.json', CLAIMS, 'src/server/later.ts']);
  expect(readRecord(project.folder)).toMatchObject({ template: { version: '0.2.0' }, answers: nothing });
});

it('leaves a conflict as Git does', async () => {
  await commit(CLAIMS, (text) => `// Our own first line.\n${text}`);
  expect(await upgrade()).toMatchObject({ conflicts: [CLAIMS] });
  expect(project.read(CLAIMS)).toMatch(
    /<<<<<<< HEAD\n\/\/ Our own first line\.\n=======\n\/\/ A fix of the template\.\n>>>>>>> /u,
  );
  expect(await git(project.folder, ['status', '--porcelain', CLAIMS])).toBe(
    `AA ${CLAIMS}\n`.replace('AA', 'UU'),
  );
});

it('lists the files in a dry run, and changes nothing', async () => {
  expect((await upgrade(true)).changes).toEqual([
    'M\t.office-addin-sso.json',
    `M\t${CLAIMS}`,
    'A\tsrc/server/later.ts',
  ]);
  expect(await git(project.folder, ['status', '--porcelain'])).toBe('');
});

it('refuses a working tree with changes, and a folder outside Git', async () => {
  writeFileSync(join(project.folder, 'README.md'), 'Not committed.\n');
  await expect(checkRepository(project.folder)).rejects.toThrow('not committed');
  expect(readFileSync(join(project.folder, 'README.md'), 'utf8')).toBe('Not committed.\n');
  await expect(checkRepository(oldTree.folder)).rejects.toThrow('needs a Git repository');
  await expect(checkRepository(join(project.folder, 'src'))).rejects.toThrow('top folder');
});

it.each([
  ['9.9.9/nope', /is not a version, and no file has this name/u],
  ['1 & echo injected', /is not a version, and no file has this name/u],
  ['src', /neither a tarball .* nor a repository/u],
])('rejects %j as a version, with the usage', async (wanted, message) => {
  const fetched = fetchPackage(wanted, join(project.folder, 'new'));
  await expect(fetched).rejects.toThrow(message);
  await expect(fetched).rejects.toThrow('Usage: ');
  expect(existsSync(join(project.folder, 'new'))).toBe(false);
});
