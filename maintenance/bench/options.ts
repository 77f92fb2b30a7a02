import { UserError, didYouMean, readOptions } from 'office-addin-tools';

const flag = { type: 'boolean' } as const;
const text = { type: 'string' } as const;

/** The options of each benchmark. */
const OPTIONS = {
  server: { quick: flag },
  pane: { quick: flag, 'no-build': flag },
  instances: { 'no-build': flag },
  flood: { count: text, seed: text },
  soak: { seconds: text, users: text, 'per-second': text, seed: text },
} as const;

export type BenchName = keyof typeof OPTIONS;

const NAMES = Object.keys(OPTIONS) as BenchName[];
const ALL = { ...OPTIONS.server, ...OPTIONS.pane, ...OPTIONS.flood, ...OPTIONS.soak };

/**
 * Returns the named benchmarks, by default server and pane, with the options of each, such as `--seed=1`.
 * @throws UserError for any unknown name or option, before the first benchmark runs
 */
export function benchOptions(args: readonly string[]): { name: BenchName; options: readonly string[] }[] {
  const { values, positionals } = readOptions(args, ALL, usage(NAMES), Infinity);
  const asked = (positionals.length > 0 ? positionals : ['server', 'pane']).map(nameOf);
  const given = Object.entries(values);
  const unused = given.find(([option]) => !asked.some((name) => Object.hasOwn(OPTIONS[name], option)));
  if (unused !== undefined)
    throw new UserError(`--${unused[0]} is not an option of ${asked.join(' or ')}. Usage: ${usage(asked)}`);
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
    `There is no benchmark "${asked}".${hint === '' ? '' : ` ${hint}`} Benchmarks: ${NAMES.join(', ')}.`,
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
