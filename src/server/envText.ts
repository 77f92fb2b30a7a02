import { parseEnv } from 'node:util';

/**
 * Parses the text of a .ENV file. `parseEnv` of Node.js gives the values. What it lacks is here: it neither reads the
 * line ends of old Mac editors nor reports what it leaves out. It cuts an unquoted value at every "#", joins a line
 * without "=" to the next name, and lets a forgotten quote take the following lines. (`dotenv` is silent as well.) Pure.
 */

export interface EnvWarning {
  /** From 1. */
  readonly line: number;
  /** Undefined where the line names none. */
  readonly name: string | undefined;
  /** Without a value: it may be a secret. */
  readonly problem: string;
}

export interface EnvText {
  readonly values: Readonly<Record<string, string>>;
  readonly warnings: readonly EnvWarning[];
}

const LINE = /^\s*(?:export\s+)?(?<name>[\w.-]+)\s*=[^\S\n]*(?<value>.*)$/u;

export function parseEnvText(text: string): EnvText {
  const lines = text.split(/\r\n|\r|\n/u);
  const warnings: EnvWarning[] = [];
  const seen = new Map<string, number>();
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (/^\s*(?:#|$)/u.test(line)) continue;
    const { name, value = '' } = LINE.exec(line)?.groups ?? {};
    if (name === undefined) {
      warnings.push({ line: index + 1, name, problem: 'is not NAME=value and is ignored' });
      lines[index] = '';
      continue;
    }
    const warn = (problem: string) => warnings.push({ line: index + 1, name, problem });
    const before = seen.get(name);
    if (before !== undefined) warn(`is set in line ${before} already; this line wins`);
    seen.set(name, index + 1);
    const quote = /^["'`]/u.exec(value)?.[0];
    if (quote === undefined) {
      const problem = problemOfUnquoted(value);
      if (problem !== undefined) warn(problem);
      continue;
    }
    const rest = value.slice(1);
    const end = rest.indexOf(quote);
    if (end !== -1) {
      if (!/^\s*(?:#|$)/u.test(rest.slice(end + 1)))
        warn('has text after the closing quote, which is ignored');
      continue;
    }
    const closing = lines.findIndex((later, at) => at > index && later.includes(quote));
    if (closing === -1)
      warn('begins with a quote that is never closed; the quote counts as a part of the value');
    else {
      warn(
        `begins with a quote that is closed only in line ${closing + 1}; all lines up to there are its value`,
      );
      index = closing;
    }
  }
  return { values: parseEnv(lines.join('\n')) as Record<string, string>, warnings };
}

function problemOfUnquoted(value: string): string | undefined {
  if (/^[\u2018-\u201f]/u.test(value))
    return 'begins with a typographic quote, which counts as a part of the value';
  // "value # comment" is what people write; "abc#def" and "abc #def" may be a value.
  const cut = /#/u.test(value) && !/^[^#]*\s#(?:\s|$)/u.test(value);
  return cut
    ? 'is cut off at "#", because the value is not in quotes; put the whole value into quotes'
    : undefined;
}
