import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ROOT, readText } from 'office-addin-tools';
import { argumentsOf, recipeArguments, TOOLS, uninstalledPackages } from './main.ts';
import { applyRecipe, copyProject } from './projectCopy.ts';
import { readRecipe } from './readRecipe.ts';
import { recipes } from './recipePages.ts';
import type { Recipe, Step } from './step.ts';

let folder: string | undefined;
afterEach(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true });
  folder = undefined;
});

const has = (file: string, text: string) => readText(join(ROOT, file))?.includes(text) === true;

function isDone(step: Step): boolean {
  if (step.kind === 'new') return existsSync(join(ROOT, step.file));
  if (step.kind === 'delete') return step.files.every((file) => !existsSync(join(ROOT, file)));
  return step.kind === 'words' && step.files.every((file) => has(file, step.new) && !has(file, step.old));
}

/** A recipe with texts in several languages has them in the starter's languages; a project with more translates them. */
function hasAllLanguages({ steps }: Recipe): boolean {
  const folder = 'src/taskpane/strings/languages/';
  const files = steps.flatMap((step) => ('files' in step ? step.files : []));
  const written = new Set(files.filter((file) => file.startsWith(folder)));
  return written.size <= 1 || readdirSync(join(ROOT, folder)).every((name) => written.has(folder + name));
}

/** Recipes that the project has not been changed by: nobody can follow one twice. */
const open = recipes().filter((recipe) => !recipe.steps.some(isDone) && hasAllLanguages(recipe));

describe('the recipes of docs/make-it-yours', () => {
  it('can be followed one after the other, and the types hold', { tags: 'full', timeout: 180_000 }, () => {
    const project = (folder = copyProject());
    for (const recipe of open) applyRecipe(project, recipe);
    const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
    // What a recipe touches is in these two; the rest of the project knows them by what does not change.
    const only = { extends: './tsconfig.json', include: ['src', 'tests/sandbox'] };
    writeFileSync(join(project, 'tsconfig.recipes.json'), JSON.stringify(only));
    const args = [tsc, '--noEmit', '--pretty', 'false', '-p', join(project, 'tsconfig.recipes.json')];
    const { stdout, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect([stdout, status]).toEqual(['', 0]);
  });

  it.each(open)('$name names commands that are there', ({ steps }) => {
    const known = readFileSync(join(ROOT, TOOLS), 'utf8');
    const manifest = readFileSync(join(ROOT, 'package.json'), 'utf8');
    for (const step of steps) {
      if (step.kind !== 'run') continue;
      for (const command of step.commands) {
        const packages = uninstalledPackages(command);
        if (packages) {
          expect(packages.filter((name) => !manifest.includes(`"${name}": `))).toEqual([]);
          continue;
        }
        const [program = '', name = ''] = argumentsOf(command, step.at);
        expect(existsSync(join(ROOT, program))).toBe(true);
        if (program === TOOLS) expect(known).toContain(`['${name}', `);
      }
    }
  });
});

const SAMPLE = '{\n  "name": "a",\n  "list": {\n    "x": 1\n  },\n  "more": {\n  },\n}\n';

/** Does what a page says that has this sentence and a block after it. @returns a.json, as it then is */
function followed(sentence: string, code = 'x'): string {
  folder = mkdtempSync(join(tmpdir(), 'recipe-'));
  writeFileSync(join(folder, 'a.json'), SAMPLE);
  applyRecipe(folder, readRecipe('page', `# Page\n\n${sentence}\n\n\`\`\`ts\n${code}\n\`\`\`\n`));
  return readFileSync(join(folder, 'a.json'), 'utf8');
}

describe('a step', () => {
  it('puts its block below, above or in the place of a line, with its indentation', () => {
    const code = '{\n\n  y\n}';
    expect(followed('So: In `a.json`, below the line `"x"`:', code)).toContain(
      '    "x": 1\n    {\n\n      y\n    }\n  },',
    );
    expect(followed('In `a.json`, above the line `"more"`:', code)).toContain(
      '  },\n  {\n\n    y\n  }\n  "more": {',
    );
    expect(followed('In `a.json`,\ninstead of the line `"name"`:', '"n": 2,')).toBe(
      SAMPLE.replace('"name": "a"', '"n": 2'),
    );
  });

  it('deletes one line', () => {
    expect(followed('In `a.json`, delete the line `"x"`. New file `b.ts`:')).toBe(
      SAMPLE.replace('    "x": 1\n', ''),
    );
  });

  it('writes words, makes files and deletes them', () => {
    expect(followed('In `a.json`, write `2` instead of `1`. New file `b/c.ts`:')).toBe(
      SAMPLE.replace('1', '2'),
    );
    expect(readFileSync(join(folder ?? '', 'b', 'c.ts'), 'utf8')).toBe('x\n');
    expect(() => followed('Delete `a.json`. New file `b.ts`:')).toThrow(/ENOENT/);
  });
});

describe('a recipe that is not true any more', () => {
  it.each([
    [
      'a line that is not there',
      'In `a.json`, below the line `"color"`:',
      /line 5: a\.json has no line that begins/,
    ],
    ['a line that is there twice', 'In `a.json`, above the line `},`:', /has 2 lines that begin with/],
    ['a file that is not there', 'In `src/none.ts`, instead of the line `x`:', /there is no src\/none\.ts/],
    [
      'a word that is not there',
      'In `a.json`, write `a` instead of `color`. New file `b`:',
      /line 3: .* no "color"/,
    ],
    ['a file to delete that is not there', 'Delete `none.ts`. New file `b`:', /there is no none\.ts/],
    ['a new file that is there already', 'New file `a.json`:', /a\.json is there already/],
    ['a block without a place', 'Do this:', /page\.md, line 5: no sentence says where/],
  ])('names %s', (_what, sentence, message) => {
    expect(() => followed(sentence)).toThrow(message);
  });

  it('names a block without an end, and a command that is not the project’s', () => {
    expect(() => readRecipe('page', '```ts\nx')).toThrow(/does not end/);
    expect(() => argumentsOf('rm -rf /', 'here')).toThrow(/here: "rm -rf \/" isn't a command/);
  });
});

describe('the arguments of the command', () => {
  const known = ['rename', 'language'];

  it('are names of recipes, and after -- what npm test takes', () => {
    expect(recipeArguments(['rename', '--', 'tests/mainJob.spec.ts', '-x'], known)).toEqual({
      names: ['rename'],
      gate: ['tests/mainJob.spec.ts', '-x'],
    });
    expect(recipeArguments([], known)).toEqual({ names: [], gate: [] });
  });

  it.each([
    [['renmae'], /No recipe renmae\. Did you mean rename\? There are: rename, language\./],
    [['--headed'], /Unknown option --headed\. Usage: node maintenance\/run\.mjs recipes/],
    [['rename', '--', '--haeded'], /Unknown option --haeded\. Did you mean --headed\?/],
  ])('refuses %j', (args, message) => expect(() => recipeArguments(args, known)).toThrow(message));
});
