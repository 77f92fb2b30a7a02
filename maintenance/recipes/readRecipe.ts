import { UserError } from 'office-addin-tools';
import type { Recipe, Step } from './step.ts';

/**
 * Reads the steps out of a page. These sentences mean something, the first three with the block of code after them:
 *
 *     New file `a.ts`:
 *     In `a.ts`, below the line `import x`:   (or: above the line, instead of the line)
 *     In `a.ts` and `b.ts`, write `new` instead of `old`.
 *     In `a.ts`, delete the line `import x`.
 *     Delete `a.ts` and `b.ts`.
 *
 * A block marked `sh` is run. Any other block needs one of these sentences before it. Pure.
 * @throws UserError that names page and line
 */
export function readRecipe(name: string, page: string): Recipe {
  const steps: Step[] = [];
  let said = '';
  const lines = page.split(/\r?\n/u);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const at = `docs/make-it-yours/${name}.md, line ${index + 1}`;
    if (line.startsWith('```')) {
      const end = lines.indexOf('```', index + 1);
      if (end < 0) throw new UserError(`${at}: the block of code does not end.`);
      const block = lines.slice(index + 1, end);
      steps.push(line === '```sh' ? { at, kind: 'run', commands: block } : blockStep(at, said, block));
      index = end;
      said = '';
    } else if (line.trim() === '') {
      // The sentence of a block stands in the paragraph before it.
      if (lines[index + 1]?.startsWith('```') !== true) said = '';
    } else {
      if (said === '') steps.push(...wordSteps(at, paragraph(lines, index)));
      said = `${said} ${line.trim()}`;
    }
  }
  return { name, steps };
}

function paragraph(lines: readonly string[], from: number): string {
  const rest = lines.slice(from);
  const end = rest.findIndex((line) => line.trim() === '');
  return rest
    .slice(0, end < 0 ? undefined : end)
    .map((line) => line.trim())
    .join(' ');
}

const FILES = '(?<files>`[^`]+`(?:(?:, | and )`[^`]+`)*)';
const NEW = /New file `(?<file>[^`]+)`:$/u;
const PLACE = new RegExp(`In ${FILES}, (?<kind>below|above|instead of) the line \`(?<line>[^\`]+)\`:$`, 'u');
const WORDS = new RegExp(`In ${FILES}, write \`(?<new>[^\`]+)\` instead of \`(?<old>[^\`]+)\``, 'gu');
const WITHOUT = new RegExp(`In ${FILES}, delete the line \`(?<line>[^\`]+)\``, 'gu');
const DELETE = new RegExp(`Delete ${FILES}`, 'gu');

function blockStep(at: string, said: string, block: readonly string[]): Step {
  const text = block.join('\n');
  const file = NEW.exec(said)?.groups?.['file'];
  if (file !== undefined) return { at, kind: 'new', file, text: `${text}\n` };
  const { files, kind, line = '' } = PLACE.exec(said)?.groups ?? {};
  if (kind === 'below' || kind === 'above' || kind === 'instead of')
    return { at, kind, files: namesOf(files), line, text };
  throw new UserError(`${at}: no sentence says where this block of code goes.`);
}

function wordSteps(at: string, text: string): Step[] {
  const words = [...text.matchAll(WORDS)].map(({ groups = {} }): Step => {
    return {
      at,
      kind: 'words',
      files: namesOf(groups['files']),
      old: groups['old'] ?? '',
      new: groups['new'] ?? '',
    };
  });
  const without = [...text.matchAll(WITHOUT)].map(({ groups = {} }): Step => {
    return { at, kind: 'without', files: namesOf(groups['files']), line: groups['line'] ?? '' };
  });
  const deleted = [...text.matchAll(DELETE)].map(({ groups = {} }): Step => {
    return { at, kind: 'delete', files: namesOf(groups['files']) };
  });
  return [...words, ...without, ...deleted];
}

const namesOf = (list = '') => [...list.matchAll(/`([^`]+)`/gu)].map(([, name]) => name ?? '');
