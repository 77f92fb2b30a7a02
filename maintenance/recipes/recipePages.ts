import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from 'office-addin-tools';
import { readRecipe } from './readRecipe.ts';
import type { Recipe } from './step.ts';

const PAGES = join(ROOT, 'docs', 'make-it-yours');

/** The recipes of docs/make-it-yours, one a page. @throws UserError where a page cannot be read as one */
export function recipes(): Recipe[] {
  return readdirSync(PAGES)
    .filter((file) => file.endsWith('.md'))
    .map((file) => readRecipe(file.slice(0, -'.md'.length), readFileSync(join(PAGES, file), 'utf8')));
}
