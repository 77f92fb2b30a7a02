import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { UserError } from 'office-addin-tools/edits';
import type { Answers } from './answers.ts';
import { readFlags } from './flags.ts';
import { firstCommit, isInRepository } from './git.ts';
import { chooseAnswers } from './questions.ts';
import { OWN, packAll, VENDOR } from './tarballs.ts';
import { generate } from './template/generate.ts';
import { languagesOf } from './template/languages.ts';
import { readTemplate, type Template } from './template/readTemplate.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** Creates a project, as the command line and the user's answers say. */
export async function main(args: readonly string[]): Promise<void> {
  const template = readTemplate();
  const languages = languagesOf(template.files);
  const flags = readFlags(args, languages);
  // Before the questions.
  if (flags.folder !== undefined) checkTarget(resolve(flags.folder));
  const canAsk = process.stdin.isTTY && process.stdout.isTTY;
  const { folder, answers } = await chooseAnswers(flags, languages, canAsk);
  const target = resolve(folder);
  checkTarget(target);
  say(`Creating ${JSON.stringify(answers.name)} in ${target} …`);
  const left = await createProject(target, template, answers, flags.git);
  const here = relative(process.cwd(), target);
  say(`\nCreated. Next:\n`);
  if (here !== '') say(`  cd ${/\s/u.test(here) ? JSON.stringify(here) : here}`);
  say('  npm install');
  say('  npm start\n');
  if (left !== undefined) say(left);
}

/**
 * Writes the project next to the target and moves it there when it is complete.
 * @returns what is left for the user to do
 */
export async function createProject(
  target: string,
  template: Template,
  answers: Answers,
  withGit: boolean,
): Promise<string | undefined> {
  const parent = dirname(target);
  mkdirSync(parent, { recursive: true });
  const staged = temporaryFolder(`.${basename(target)}-`, parent);
  const tarballs = await packAll(join(staged, VENDOR));
  await generate(staged, template, answers, tarballs);
  // A temporary folder is for its owner only.
  chmodSync(staged, 0o777 & ~process.umask());
  const left = withGit ? await commitIn(staged, parent, template) : undefined;
  moveTo(staged, target);
  return left;
}

async function commitIn(staged: string, parent: string, { version }: Template): Promise<string | undefined> {
  if (await isInRepository(parent))
    return 'The folder is part of a Git repository, so it did not get one. npm run upgrade needs one in the folder itself.';
  return await firstCommit(staged, `Create the project with ${OWN} ${version}`);
}

/** An empty folder stays and is filled: it may be the current one. */
function moveTo(staged: string, target: string): void {
  if (!existsSync(target)) {
    renameSync(staged, target);
    return;
  }
  checkTarget(target);
  const moved: string[] = [];
  try {
    for (const name of readdirSync(staged)) {
      renameSync(join(staged, name), join(target, name));
      moved.push(name);
    }
  } catch (error) {
    for (const name of moved) renameSync(join(target, name), join(staged, name));
    throw error;
  }
  rmdirSync(staged);
}

/** @throws UserError unless the folder is missing or empty */
function checkTarget(target: string): void {
  const found = statSync(target, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isDirectory()) throw new UserError(`${target} is a file. Name a folder that does not exist.`);
  if (readdirSync(target).length > 0)
    throw new UserError(`${target} is not empty. Name a folder that does not exist or is empty.`);
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}
