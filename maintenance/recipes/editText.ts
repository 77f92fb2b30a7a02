import { UserError } from 'office-addin-tools';
import type { Step } from './step.ts';

type Edit = Extract<Step, { readonly old: string } | { readonly line: string }>;

/** The text after the step. Pure. @throws UserError that names the step, the file, and what is not there */
export function editText(text: string, file: string, step: Edit): string {
  if (step.kind !== 'words') return atLine(text, file, step);
  if (!text.includes(step.old)) throw new UserError(`${step.at}: ${file} has no "${step.old}".`);
  return text.replaceAll(step.old, step.new);
}

/** The block takes the indentation of the line that it goes to. */
function atLine(text: string, file: string, step: Extract<Edit, { line: string }>): string {
  const { at, kind, line } = step;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(eol);
  const found = lines.flatMap((each, index) => (each.trimStart().startsWith(line) ? [index] : []));
  const [index = 0] = found;
  if (found.length !== 1) {
    const many = found.length === 0 ? 'no line that begins' : `${found.length} lines that begin`;
    throw new UserError(
      `${at}: ${file} has ${many} with "${line}", but the step needs exactly one. If the project has changed, fix the page.`,
    );
  }
  const indentation = /^\s*/u.exec(lines[index] ?? '')?.[0] ?? '';
  const block = kind === 'without' ? [] : step.text.split('\n');
  const added = block.map((each) => (each === '' ? '' : indentation + each));
  const removed = kind === 'instead of' || kind === 'without' ? 1 : 0;
  lines.splice(kind === 'below' ? index + 1 : index, removed, ...added);
  return lines.join(eol);
}
