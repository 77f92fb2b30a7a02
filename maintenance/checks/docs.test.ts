import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recipes } from '../recipes/recipePages.ts';
import { scenarioSchema } from 'office-addin-sandbox';
import { settingNames } from '../../src/server/settings.ts';

const project = join(import.meta.dirname, '..', '..');
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

/** The anchors that GitHub makes of a page's headings, and those that the page sets. */
function anchors(page: string): string[] {
  const text = read(page).replace(/^```[^]*?^```/gmu, '');
  const headings = [...text.matchAll(/^#+ (?<heading>.+)$/gmu)].map(({ groups = {} }) =>
    (groups['heading'] ?? '')
      .replace(/\[(?<text>[^\]]*)\]\([^)]*\)/gu, '$<text>')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}\p{Pc} -]/gu, '')
      .replaceAll(' ', '-'),
  );
  const set = [...text.matchAll(/<a (?:id|name)="(?<id>[^"]+)"/gu)].map(
    ({ groups = {} }) => groups['id'] ?? '',
  );
  return [...headings, ...set];
}

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

  it('links to headings that are there', () => {
    const broken = [...read(page).matchAll(/\]\((?<file>[^)\s#]*)#(?<anchor>[^)\s]+)\)/gu)]
      .map(({ groups = {} }) => ({ file: groups['file'] ?? '', anchor: groups['anchor'] ?? '' }))
      .filter(({ file }) => file === '' || (file.endsWith('.md') && !/^[a-z]+:/u.test(file)))
      .filter(({ file, anchor }) => {
        const target = file === '' ? page : join(dirname(page), file);
        return existsSync(join(project, target)) && !anchors(target).includes(anchor);
      });
    expect(broken).toEqual([]);
  });

  it('names files that are there', () => {
    const folders = /^(?:src|packages|maintenance|tests|docs|assets|infra)\//u;
    const named = [...read(page).matchAll(/`(?<path>[\w./-]+)`/gu)]
      .map(([, path]) => path ?? '')
      .filter((path) => folders.test(path));
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
