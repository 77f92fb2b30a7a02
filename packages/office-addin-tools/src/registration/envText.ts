import { parseEnv } from 'node:util';
import { UserError } from '../userError.ts';

/** Edits the text of an .ENV file, and keeps comments, other lines, order and line endings. Pure. */

/** @param changes by name; null removes the line */
export function withSettings(text: string, changes: Readonly<Record<string, string | null>>): string {
  const eol = /\r\n/u.test(text) ? '\r\n' : '\n';
  const missing = new Map(Object.entries(changes));
  const lines = text.split(/\r?\n/u).flatMap((line) => {
    const found = LINE.exec(line)?.groups;
    const name = found?.['name'] ?? '';
    const value = changes[name];
    if (!found || value === undefined) return [line];
    missing.delete(name);
    return value === null ? [] : [`${found['before'] ?? ''}${quoted(value)}${found['comment'] ?? ''}`];
  });
  const added = [...missing].flatMap(([name, value]) => (value === null ? [] : [`${name}=${quoted(value)}`]));
  if (added.length > 0) {
    const empty = lines.length === 1 && lines[0] === '';
    if (lines.at(-1) === '') lines.pop();
    if (empty) lines.length = 0;
    lines.push(...added, '');
  }
  return lines.join(eol);
}

/** Quotes the value if it would be parsed differently without quotes. @throws UserError if no kind of quotes works */
function quoted(value: string): string {
  if (parsed(value) === value) return value;
  const found = ['"', "'", '`'].map((quote) => quote + value + quote).find((text) => parsed(text) === value);
  if (found === undefined)
    throw new UserError(
      'A value contains all kinds of quotes or a line break, so it cannot be written to an .ENV file.',
    );
  return found;
}

const parsed = (text: string) => (/[\r\n]/u.test(text) ? undefined : parseEnv(`A=${text}`)['A']);

const LINE =
  /^(?<before>\uFEFF?\s*(?:export\s+)?(?<name>\w+)\s*=\s*)(?:"[^"]*"|'[^']*'|`[^`]*`|.*?)(?<comment>\s+#.*|\s*)$/u;
