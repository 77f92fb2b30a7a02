import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recipes } from './recipes/recipePages.ts';
import { scenarioSchema } from '../sandbox/scenario.ts';
import { settingNames } from '../src/server/settings.ts';

const project = join(import.meta.dirname, '..');
const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'infra/README.md'],
  ...readdirSync(join(project, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];
/** Recipes name files that come or go when they are followed. */
const madeByRecipes = new Set([
  'src/taskpane/strings/languages/nl.ts',
  'assets/languages/nl-NL.json',
  ...recipes().flatMap(({ steps }) =>
    steps.flatMap((step) => (step.kind === 'new' ? [step.file] : step.kind === 'delete' ? step.files : [])),
  ),
]);
const read = (page: string) => readFileSync(join(project, page), 'utf8');

/** Code names in the first column of a page's tables. */
function firstColumn(page: string): string[] {
  return [...read(page).matchAll(/^\| `(?<name>\w+)` /gmu)].map(([, name]) => name ?? '');
}

describe.each(pages)('%s', (page) => {
  it('links to what is there', () => {
    const targets = [...read(page).matchAll(/\]\((?<target>[^)\s]+)\)/gu)]
      .map(([, target]) => (target ?? '').split('#')[0] ?? '')
      .filter((target) => target !== '' && !/^[a-z]+:/u.test(target));
    const broken = targets.filter((target) => !existsSync(join(project, dirname(page), target)));
    expect(broken).toEqual([]);
  });

  it('names files that are there', () => {
    const rooms = /^(?:src|sandbox|scripts|tests|docs|assets|bench|infra)\//u;
    const named = [...read(page).matchAll(/`(?<path>[\w./-]+)`/gu)]
      .map(([, path]) => path ?? '')
      .filter((path) => rooms.test(path));
    const missing = named.filter((path) => !existsSync(join(project, path)) && !madeByRecipes.has(path));
    expect(missing.map((path) => relative(project, join(project, path)))).toEqual([]);
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
