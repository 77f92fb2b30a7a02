import { UserError, didYouMean, readOptions } from 'office-addin-tools';

const flag = { type: 'boolean' } as const;
const text = { type: 'string' } as const;

/** The options of each benchmark. */
const OPTIONS = {
  server: { quick: flag },
  pane: { quick: flag, 'no-build': flag },
  flood: { count: text, seed: text },
  soak: { seconds: text, users: text, 'per-second': text, seed: text },
} as const;

export type BenchName = keyof typeof OPTIONS;

const NAMES = Object.keys(OPTIONS) as BenchName[];
const ALL = { ...OPTIONS.server, ...OPTIONS.pane, ...OPTIONS.flood, ...OPTIONS.soak };

/**
 * Returns the benchmarks that were asked for, server and pane when none was, and the options of each, such as
 * `--seed=1`. Everything is checked before the first of them runs.
 * @throws UserError
 */
export function benchOptions(args: readonly string[]): { name: BenchName; options: readonly string[] }[] {
  const { values, positionals } = readOptions(args, ALL, usage(NAMES), Infinity);
  const asked = (positionals.length > 0 ? positionals : ['server', 'pane']).map(nameOf);
  const given = Object.entries(values);
  const ofNone = given.find(([option]) => !asked.some((name) => Object.hasOwn(OPTIONS[name], option)));
  if (ofNone !== undefined)
    throw new UserError(`--${ofNone[0]} is no option of ${asked.join(' or ')}. Usage: ${usage(asked)}`);
  return asked.map((name) => ({
    name,
    options: given
      .filter(([option]) => Object.hasOwn(OPTIONS[name], option))
      .map(([option, value]) => (value === true ? `--${option}` : `--${option}=${String(value)}`)),
  }));
}

function nameOf(asked: string): BenchName {
  const found = NAMES.find((name) => name === asked);
  if (found !== undefined) return found;
  const hint = didYouMean(asked, NAMES);
  throw new UserError(
    `There is no benchmark "${asked}".${hint === '' ? '' : ` ${hint}`} There are: ${NAMES.join(', ')}.`,
  );
}

function usage(names: readonly BenchName[]): string {
  const each = names.map((name) =>
    [
      name,
      ...Object.entries(OPTIONS[name]).map(([o, { type }]) => `[--${o}${type === 'string' ? '=<n>' : ''}]`),
    ].join(' '),
  );
  return `npm run bench -- ${each.join(' | ')}`;
}
