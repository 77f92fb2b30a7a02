import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recipes } from '../recipes/recipePages.ts';
import { scenarioSchema } from 'office-addin-sandbox';
import { settingNames } from '../../src/server/settings.ts';
import { deadLinks } from './markdown.ts';
import { project, projectFiles, readProjectFile } from './projectFiles.ts';

const pages = projectFiles(/\.md$/u);
const exists = (path: string) => existsSync(join(project, path));
/** Recipes name files that come or go when they are followed. */
const madeByRecipes = new Set([
  'src/taskpane/strings/languages/nl.ts',
  'assets/languages/nl-NL.json',
  ...recipes().flatMap(({ steps }) =>
    steps.flatMap((step) => (step.kind === 'new' ? [step.file] : step.kind === 'delete' ? step.files : [])),
  ),
]);

/** Code names in the first column of a page's tables. */
function firstColumn(page: string): string[] {
  return [...readProjectFile(page).matchAll(/^\| `(?<name>\w+)` /gmu)].map(([, name]) => name ?? '');
}

it('finds the pages of every folder', () => {
  expect(pages).toEqual(
    expect.arrayContaining([
      'README.md',
      'docs/sandbox.md',
      'infra/README.md',
      'packages/office-addin-tools/README.md',
    ]),
  );
});

describe.each(pages)('%s', (page) => {
  it('has no dead link', () => {
    const dead = deadLinks(page, { exists, read: readProjectFile });
    expect(dead.map(({ line, target }) => `${page}:${String(line)}: ${target}`)).toEqual([]);
  });

  it('names files that exist', () => {
    const folders = /^(?:src|packages|maintenance|tests|docs|assets|infra)\//u;
    const named = [...readProjectFile(page).matchAll(/`(?<path>[\w./-]+)`/gu)]
      .map(([, path]) => path ?? '')
      .filter((path) => folders.test(path));
    expect(named.filter((path) => !exists(path) && !madeByRecipes.has(path))).toEqual([]);
  });
});

it('docs/settings.md has every setting of the server', () => {
  const documented = firstColumn('docs/settings.md');
  expect(settingNames.filter((name) => !documented.includes(name))).toEqual([]);
  const others = ['SANDBOX_PORT', 'BROWSER', 'BROWSER_PATH'];
  expect(documented.filter((name) => !(settingNames as string[]).includes(name))).toEqual(others);
});

it('docs/sandbox.md has every member of a scenario', () => {
  const documented = firstColumn('docs/sandbox.md');
  expect(Object.keys(scenarioSchema.shape).filter((name) => !documented.includes(name))).toEqual([]);
});
