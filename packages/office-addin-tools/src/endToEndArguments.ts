import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from './userError.ts';
import { nearest } from './nearest.ts';
import { ROOT } from './projectFolder.ts';
import { readOptions } from './options.ts';

export const TEST_USAGE = 'npm test -- [tests/<name>.spec.ts[:line] …] [options of playwright test]';

const flag = { type: 'boolean' } as const;
const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;

/** The options of `playwright test`. A test compares them with its --help. */
export const PLAYWRIGHT_OPTIONS = {
  'add-reporter': text,
  browser: text,
  config: { ...text, short: 'c' },
  debug: flag,
  'fail-on-flaky-tests': flag,
  'forbid-only': flag,
  'fully-parallel': flag,
  'global-timeout': text,
  grep: { ...text, short: 'g' },
  'grep-invert': { ...text, short: 'G' },
  headed: flag,
  'ignore-snapshots': flag,
  'last-failed': flag,
  'last-failed-file': text,
  list: flag,
  'max-failures': text,
  'no-deps': flag,
  'only-changed': flag,
  output: text,
  'pass-with-no-tests': flag,
  project: texts,
  quiet: flag,
  'repeat-each': text,
  reporter: text,
  retries: text,
  'run-agents': text,
  shard: text,
  shuffle: flag,
  'test-list': text,
  'test-list-invert': text,
  timeout: text,
  trace: text,
  tsconfig: text,
  ui: flag,
  'ui-host': text,
  'ui-port': text,
  'update-snapshots': { ...flag, short: 'u' },
  'update-source-method': text,
  workers: { ...text, short: 'j' },
  x: { ...flag, short: 'x' },
} as const;

/** Options with an optional value, such as `--debug` and `--debug=cli`. */
const OPTIONAL_VALUE = /^--(?<name>debug|only-changed|shuffle|update-snapshots)=.*$/su;

/** Returns the paths of the project's end-to-end tests, with forward slashes. */
export function endToEndSpecs(): string[] {
  return readdirSync(join(ROOT, 'tests'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.spec.ts'))
    .map((path) => `tests/${path.replaceAll('\\', '/')}`);
}

const SELECTING_OPTIONS = ['grep', 'project', 'test-list', 'last-failed', 'only-changed'] as const;

/**
 * Returns the arguments for `playwright test`: `args`, plus `--project=quick` unless they select tests.
 * @param specs see endToEndSpecs
 * @throws UserError for arguments that Playwright would reject or find no test for, before other checks run for minutes
 */
export function endToEndArguments(args: readonly string[], specs = endToEndSpecs()): readonly string[] {
  const plain = args.map((arg) => arg.replace(OPTIONAL_VALUE, '--$<name>'));
  const { values, positionals } = readOptions(plain, PLAYWRIGHT_OPTIONS, TEST_USAGE, Infinity);
  for (const filter of positionals) {
    if (specs.some((spec) => matches(spec, filter))) continue;
    const meant = nearest(filter, [...specs, ...Object.keys(PLAYWRIGHT_OPTIONS)]);
    const hint = meant === undefined ? '' : ` Did you mean ${specs.includes(meant) ? '' : '--'}${meant}?`;
    throw new UserError(`No end-to-end test matches ${JSON.stringify(filter)}.${hint} Usage: ${TEST_USAGE}`);
  }
  const selected = positionals.length > 0 || SELECTING_OPTIONS.some((option) => values[option] !== undefined);
  return selected ? args : ['--project=quick', ...args];
}

/** A Playwright filter is a regular expression for the absolute path, with an optional `:line:column`. */
function matches(spec: string, filter: string): boolean {
  const [, file = filter] = /^(.*?)(?::\d+){0,2}$/su.exec(filter) ?? [];
  if (file === '') return false;
  const path = join(ROOT, spec).replaceAll('\\', '/');
  const name = file.replaceAll('\\', '/').replace(/^\.\//u, '');
  if (path.includes(name)) return true;
  try {
    return new RegExp(file, 'iu').test(path);
  } catch {
    // Not a valid regular expression.
    return false;
  }
}
