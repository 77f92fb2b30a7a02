import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { UserError, ROOT, readText } from 'office-addin-tools';
import { editText } from './editText.ts';
import type { Recipe, Step } from './step.ts';

/** Made, installed or secret: what a fresh clone does not have. */
const LEFT_OUT = new Set(['.git', 'node_modules', 'dist', '.cache', '.data', 'test-results', '.ENV.local']);

/** A copy of the project in a temporary folder. The caller removes it. */
export function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'recipe-'));
  const filter = (source: string) => !LEFT_OUT.has(basename(source));
  cpSync(ROOT, folder, { recursive: true, filter });
  // 'junction' is what Windows allows to everybody; elsewhere it means nothing.
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

/** @throws UserError that names the recipe, its line, and the text that is not there */
export function applyRecipe(folder: string, { steps }: Recipe): void {
  for (const step of steps) applyStep(folder, step);
}

/** Does one step in the folder; commands are left to the caller. @throws UserError */
export function applyStep(folder: string, step: Step): void {
  switch (step.kind) {
    case 'new':
      if (existsSync(join(folder, step.file)))
        throw new UserError(`${step.at}: ${step.file} is there already. A recipe is followed once.`);
      mkdirSync(dirname(join(folder, step.file)), { recursive: true });
      writeFileSync(join(folder, step.file), step.text);
      break;
    case 'below':
    case 'above':
    case 'instead of':
    case 'without':
    case 'words':
      for (const file of step.files) {
        const path = join(folder, file);
        const text = readText(path);
        if (text === undefined) throw new UserError(`${step.at}: there is no ${file}.`);
        writeFileSync(path, editText(text, file, step));
      }
      break;
    case 'delete':
      for (const file of step.files) {
        if (!existsSync(join(folder, file))) throw new UserError(`${step.at}: there is no ${file}.`);
        rmSync(join(folder, file), { recursive: true });
      }
      break;
    case 'run':
      break;
    default:
      step satisfies never;
  }
}
