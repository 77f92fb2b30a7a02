import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError, endToEndArguments, didYouMean, ROOT, readOptions } from 'office-addin-tools';
import { startNode } from 'office-addin-tools/testing';
import { applyStep, copyProject } from './projectCopy.ts';
import { recipes } from './recipePages.ts';
import type { Recipe } from './step.ts';

/** The command line of office-addin-tools, from the project's folder. */
export const TOOLS = 'packages/office-addin-tools/bin/office-addin-tools.mjs';

/**
 * `node maintenance/run.mjs recipes [name ...] [-- arguments of npm test]`: follows each recipe of docs/make-it-yours in a
 * copy of the project, with all of its commands, and runs the gate there. Before a release; it takes a gate each.
 */
export async function main(args: readonly string[]): Promise<void> {
  const all = recipes();
  const { names, gate } = recipeArguments(
    args,
    all.map(({ name }) => name),
  );
  for (const recipe of all) if (names.length === 0 || names.includes(recipe.name)) await follow(recipe, gate);
}

/**
 * Returns the recipes that were named and what goes to `npm test`, both checked before the first gate runs.
 * @param known names of the recipes
 * @throws UserError
 */
export function recipeArguments(args: readonly string[], known: readonly string[]) {
  const dashes = args.indexOf('--');
  const before = dashes < 0 ? args : args.slice(0, dashes);
  const gate = dashes < 0 ? [] : args.slice(dashes + 1);
  const usage = 'node maintenance/run.mjs recipes [name …] [-- arguments of npm test]';
  const { positionals: names } = readOptions(before, {}, usage, Infinity);
  for (const name of names) {
    if (known.includes(name)) continue;
    const hint = didYouMean(name, known);
    throw new UserError(
      `No recipe ${name}.${hint === '' ? '' : ` ${hint}`} There are: ${known.join(', ')}. Usage: ${usage}`,
    );
  }
  endToEndArguments(gate);
  return { names, gate };
}

async function follow(recipe: Recipe, gate: readonly string[]): Promise<void> {
  console.log(`== recipe ${recipe.name}`);
  const folder = copyProject();
  try {
    for (const step of recipe.steps) {
      if (step.kind !== 'run') applyStep(folder, step);
      else for (const command of step.commands) await runCommand(folder, command, step.at);
    }
    await pretendTranslated(folder);
    await run(folder, [TOOLS, 'test', ...gate]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runCommand(folder: string, command: string, at: string): Promise<void> {
  const packages = uninstalledPackages(command);
  if (packages) uninstall(folder, packages);
  else await run(folder, argumentsOf(command, at));
}

/** Returns the packages of an `npm uninstall` command; undefined for any other command. */
export function uninstalledPackages(command: string): string[] | undefined {
  const list = /^npm uninstall (?<list>.+)$/u.exec(command)?.groups?.['list'];
  return list?.split(/\s+/u);
}

/** Changes package.json and package-lock.json only: the copy shares node_modules with this project. */
function uninstall(folder: string, packages: readonly string[]): void {
  console.log(`$ npm uninstall ${packages.join(' ')}`);
  const windows = process.platform === 'win32';
  const args = ['uninstall', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund'];
  execFileSync(windows ? 'npm.cmd' : 'npm', [...args, ...packages], { cwd: folder, shell: windows });
}

/** What no script can do: messages of a language that was added are marked, so that none is English any more. */
async function pretendTranslated(folder: string): Promise<void> {
  const words = 'src/taskpane/strings/languages';
  const { format, resolveConfig } = await import('prettier');
  for (const file of readdirSync(join(folder, words))) {
    if (existsSync(join(ROOT, words, file))) continue;
    const filepath = join(folder, words, file);
    const marked = readFileSync(filepath, 'utf8').replace(/\b((?:title|text):\s+["'])/gu, '$1~ ');
    writeFileSync(filepath, await format(marked, { ...(await resolveConfig(filepath)), filepath }));
  }
}

/** Commands of a page are those of the project, so that they mean the same in every shell. @returns for node */
export function argumentsOf(command: string, at: string): string[] {
  const words = [...command.matchAll(/"(?<quoted>[^"]*)"|(?<bare>\S+)/gu)].map(
    ({ groups = {} }) => groups['quoted'] ?? groups['bare'] ?? '',
  );
  const [program, first, second, ...rest] = words;
  const own = rest[0] === '--' ? rest.slice(1) : rest;
  if (program === 'npm' && first === 'run' && second === 'theme')
    return [join('node_modules', 'tsx', 'dist', 'cli.mjs'), 'src/taskpane/app/theme/brand.ts'];
  if (program === 'npm' && first === 'run' && second !== undefined) return [TOOLS, second, ...own];
  if (program === 'npx' && first === 'office-addin-tools' && second !== undefined)
    return [TOOLS, second, ...rest];
  if (program === 'npx' && first === 'vitest')
    return [join('node_modules', 'vitest', 'vitest.mjs'), ...words.slice(2)];
  throw new UserError(`${at}: "${command}" isn't a command of the project.`);
}

async function run(folder: string, args: readonly string[]): Promise<void> {
  console.log(`$ node ${args.join(' ')}`);
  const code = await startNode(args, {}, (text) => process.stdout.write(text), folder).ended;
  if (code !== 0)
    throw new UserError(`This failed in the copy, and what it printed stands above: ${args.join(' ')}`);
}
