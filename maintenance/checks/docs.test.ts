import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recipes } from '../recipes/recipePages.ts';
import { z } from 'zod';
import { scenarioSchema } from 'office-addin-sandbox';
import { USAGE as SANDBOX_USAGE } from '../../packages/office-addin-sandbox/src/cliOptions.ts';
import { settingNames } from '../../src/server/serverConfig.ts';
import { counters, durations } from '../../src/server/call.ts';
import { USAGE as REGISTRATION_USAGE } from '../../packages/office-addin-tools/src/registration/options.ts';
import { listedCommands, unknownCommands } from './commandNames.ts';
import { isOfRemovedOption } from '../../tests/support/scenarios.ts';
import { deadLinks } from './markdown.ts';
import { project, projectFiles, readProjectFile } from './projectFiles.ts';

const pages = projectFiles(/\.md$/u);
const exists = (path: string) => existsSync(join(project, path));
const steps = recipes().flatMap((recipe) => recipe.steps);
/** Recipes name files that exist after they are followed. */
const madeByRecipes = new Set([
  'src/taskpane/strings/languages/nl.ts',
  'assets/languages/nl-NL.json',
  ...steps.flatMap((step) => (step.kind === 'new' ? [step.file] : [])),
]);
const deletedByRecipes = steps
  .flatMap((step) => (step.kind === 'delete' ? step.files : []))
  .filter((path) => !exists(path));
const comesOrGoes = (path: string) =>
  [...madeByRecipes].some((made) => made === path || made.startsWith(`${path.replace(/\/$/u, '')}/`)) ||
  deletedByRecipes.some((gone) => `${path}/`.startsWith(`${gone}/`));

const known = {
  scripts: [
    ...Object.keys((JSON.parse(readProjectFile('package.json')) as { scripts: object }).scripts),
    // Of a project that `npm run create` has made.
    'upgrade',
  ],
  tools: listedCommands(readProjectFile('packages/office-addin-tools/bin/office-addin-tools.mjs')),
  maintenance: listedCommands(readProjectFile('maintenance/run.mjs')),
};

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

  // Changelogs also name what is gone.
  it.skipIf(page.endsWith('CHANGELOG.md'))('names commands that exist', () => {
    expect(unknownCommands(readProjectFile(page), known)).toEqual([]);
  });

  it('names files that exist', () => {
    const folders = /^(?:src|packages|maintenance|tests|docs|assets|infra)\//u;
    const named = [...readProjectFile(page).matchAll(/`(?<path>[\w./-]+)`/gu)]
      .map(([, path]) => path ?? '')
      .filter((path) => folders.test(path));
    expect(named.filter((path) => !exists(path) && !comesOrGoes(path))).toEqual([]);
  });
});

it('docs/settings.md has every setting of the server', () => {
  const documented = firstColumn('docs/settings.md');
  expect(settingNames.filter((name) => !documented.includes(name))).toEqual([]);
  const others = ['SANDBOX_PORT', 'BROWSER', 'BROWSER_PATH'];
  const unknown = documented.filter(
    (name) => !(settingNames as string[]).includes(name) && !isOfRemovedOption(name),
  );
  expect(unknown).toEqual(others);
});

it('docs/sandbox.md has every member of a scenario', () => {
  const documented = firstColumn('docs/sandbox.md');
  expect(Object.keys(scenarioSchema.shape).filter((name) => !documented.includes(name))).toEqual([]);
});

it('docs/sandbox.md has every word that a scenario can contain', () => {
  const words = [
    ...JSON.stringify(z.toJSONSchema(scenarioSchema, { io: 'input' })).matchAll(
      /"(?:const":|enum":\[)(?<values>"[^\]}]+")/gu,
    ),
  ].flatMap(({ groups = {} }) => (groups['values'] ?? '').split(',').map((word) => word.slice(1, -1)));
  expect(words).toEqual(expect.arrayContaining(['no-code', 'wrong-account', 'circle', 'noor']));
  const page = readProjectFile('docs/sandbox.md');
  const missing = words.filter((word) => !page.includes(`"${word}"`) && !page.includes(`\`${word}\``));
  expect(missing).toEqual([]);
});

it.each([
  ['docs/sandbox.md', 'office-addin-sandbox', SANDBOX_USAGE, '--scenario'],
  ['docs/register.md', 'npm run configure-sso', REGISTRATION_USAGE, '--audience'],
])('%s has every option of %s', (page, _command, usage, example) => {
  const options = [...usage.matchAll(/^ {2}(?<option>--[\w-]+)/gmu)].map(([, option]) => option ?? '');
  expect(options).toContain(example);
  const text = readProjectFile(page);
  expect(options.filter((option) => !new RegExp(`[\` ]${option}[ \`]`, 'u').test(text))).toEqual([]);
});

it('docs/operate.md has every metric of the server', () => {
  const metrics = Object.keys({ ...durations, ...counters });
  const page = readProjectFile('docs/operate.md');
  expect(metrics.filter((name) => !page.includes(`| \`${name}\``))).toEqual([]);
});

it('docs/deploy.md has every parameter that azd passes to the templates', () => {
  const names = [...readProjectFile('infra/main.parameters.json').matchAll(/\$\{(?<name>[A-Z_]+)/gu)]
    .map(([, name]) => name ?? '')
    // Set by azd.
    .filter((name) => !name.startsWith('AZURE_'));
  expect(names.length).toBeGreaterThan(10);
  const page = readProjectFile('docs/deploy.md');
  expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});
