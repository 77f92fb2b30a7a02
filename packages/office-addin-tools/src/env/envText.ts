import { parseEnv } from 'node:util';

/**
 * Parses the text of a .ENV file with Node's `parseEnv`, and adds what it lacks: line ends of old Mac editors, and warnings.
 * `parseEnv` silently cuts an unquoted value at every "#", joins a line without "=" to the next name, and extends an
 * unclosed quote over the following lines. (`dotenv` is silent as well.) Pure.
 */

export interface EnvWarning {
  /** Starts at 1; 0 if the warning is not about one line. */
  readonly line: number;
  /** Undefined if the line has no name. */
  readonly name: string | undefined;
  /** Never contains the value, which may be a secret. */
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
      warnings.push({ line: index + 1, name, problem: 'is not NAME=value and is ignored; fix or remove it' });
      lines[index] = '';
      continue;
    }
    const warn = (problem: string) => warnings.push({ line: index + 1, name, problem });
    const before = seen.get(name);
    if (before !== undefined) warn(`is already set in line ${before}; this line takes precedence`);
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
        warn('has text after the closing quote, which is ignored; remove it, or put it inside the quotes');
      continue;
    }
    const closing = lines.findIndex((later, at) => at > index && later.includes(quote));
    if (closing === -1)
      warn('starts with a quote that is never closed, so the quote is part of the value; close or remove it');
    else {
      warn(
        `starts with a quote that is closed only in line ${closing + 1}, so all lines up to there are part of the value`,
      );
      index = closing;
    }
  }
  return { values: parseEnv(lines.join('\n')) as Record<string, string>, warnings };
}

function problemOfUnquoted(value: string): string | undefined {
  if (/^[\u2018-\u201f]/u.test(value))
    return 'starts with a typographic quote, which is part of the value; use straight quotes';
  // "value # comment" is a comment; "abc#def" and "abc #def" may be values.
  const cut = /#/u.test(value) && !/^[^#]*\s#(?:\s|$)/u.test(value);
  return cut
    ? 'is cut off at "#", because the value is not in quotes; put the whole value in quotes'
    : undefined;
}
