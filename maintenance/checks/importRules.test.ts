import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { chain } from 'office-addin-tools/eslint';
import { zoneRules, zones } from '../../eslint.config.js';
import { project } from './projectFiles.ts';

const linter = new Linter({ cwd: project });
const config = [{ files: ['**/*.{js,ts,tsx}'] }, ...zoneRules];

/** Returns the messages about one import in a file that need not exist. */
function messagesFor(file: string, specifier: string): string[] {
  return linter.verify(`import '${specifier}';`, config, join(project, file)).map(({ message }) => message);
}

/** Returns an import that the pattern matches. */
const example = (pattern: string) =>
  pattern
    .replace(/^\*\*\//u, '../../')
    .replace(/\*\*$/u, 'example.js')
    .replaceAll('*', 'example');

const seeds = zones.flatMap(({ folder, forbids }) =>
  forbids.map((pattern) => ({ folder, specifier: example(pattern) })),
);

describe('the zones of eslint.config.js', () => {
  it.each(seeds)('$folder must not import $specifier', ({ folder, specifier }) => {
    expect(messagesFor(`${folder}/example.js`, specifier).join()).toContain('must not import it');
    expect(messagesFor(`${folder}/deeper/example.js`, specifier).join()).toContain('must not import it');
  });

  it('let a folder import its own files', () => {
    for (const { folder } of zones) expect(messagesFor(`${folder}/example.js`, './other.js')).toEqual([]);
  });

  it('except only the files that they name', () => {
    expect(messagesFor('src/server/graph/onBehalfOf.ts', '@azure/msal-node')).toEqual([]);
    expect(messagesFor('src/server/graph/other.ts', '@azure/msal-node')).toHaveLength(1);
    expect(messagesFor('src/dialog/example.ts', '@azure/msal-browser')).toEqual([]);
    expect(messagesFor('src/taskpane/app/parts.ts', '../features/files/index.tsx')).toEqual([]);
    expect(messagesFor('src/taskpane/app/parts.ts', '../../server/app.ts')).toHaveLength(1);
  });

  it.each(['.', 'src', 'src/taskpane', 'src/server', 'packages'])('cover every folder of %s', (parent) => {
    const ignored = new Set(['assets', 'docs', 'dist', 'node_modules', 'publish', 'test-results', 'vendor']);
    const folders = readdirSync(join(project, parent), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !ignored.has(entry.name))
      .map(({ name }) => join(parent, name).replaceAll('\\', '/'));
    const named = new Set(zones.map(({ folder }) => folder));
    const isCovered = (folder: string) =>
      named.has(folder) || [...named].some((zone) => zone.startsWith(`${folder}/`));
    expect(folders.filter((folder) => !isCovered(folder))).toEqual([]);
  });

  it('name packages and folders of the starter that exist', () => {
    const optional = /options|features|create-office-addin-sso/u;
    const missing = zones.filter(
      ({ folder }) => !optional.test(folder) && !existsSync(join(project, folder)),
    );
    expect(missing).toEqual([]);
  });
});

describe('chain', () => {
  const imports = new Map([
    ['a', ['b', 'd']],
    ['b', ['c']],
    ['c', ['a']],
    ['d', []],
  ]);

  it('finds the shortest way back to a file', () => {
    expect(chain(imports, 'b', 'a')).toEqual(['b', 'c', 'a']);
    expect(chain(imports, 'd', 'a')).toBeUndefined();
    expect(chain(imports, 'new', 'a')).toBeUndefined();
    expect(chain(imports, 'a', 'a')).toEqual(['a']);
  });
});
