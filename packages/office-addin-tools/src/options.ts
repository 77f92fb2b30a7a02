import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UserError } from './userError.ts';
import { didYouMean, nearest } from './nearest.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

type Values<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: true; strict: true }>
>['values'];

/**
 * Parses the arguments of a command.
 * @param usage one line, such as `npm run doctor -- [--json] [--offline]`
 * @param maxPositionals how many positional arguments the command takes
 * @throws UserError for an unknown option or argument, with a suggestion and the usage
 */
export function readOptions<O extends Options>(
  args: readonly string[],
  options: O,
  usage: string,
  maxPositionals = 0,
): { readonly values: Values<O>; readonly positionals: readonly string[] } {
  const known = Object.keys(options);
  for (const option of unknownOptions(args, options)) {
    const meant = nearest(option, known);
    const hint = meant === undefined ? '' : ` Did you mean --${meant}?`;
    throw new UserError(`Unknown option --${option}.${hint} Usage: ${usage}`);
  }
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UserError(`${sentence(error)} Usage: ${usage}`, { cause: error });
  }
  const { values, positionals } = parsed;
  const [extra] = positionals.slice(maxPositionals);
  if (extra !== undefined) {
    const meant = nearest(extra, known);
    const hint = meant === undefined ? '' : ` Did you mean --${meant}?`;
    throw new UserError(`Unexpected argument ${JSON.stringify(extra)}.${hint} Usage: ${usage}`);
  }
  return { values, positionals };
}

/**
 * Returns the value of an option that has a fixed set of values.
 * @throws UserError that lists the allowed values and suggests one
 */
export function oneOf<T extends string>(
  option: string,
  value: string | undefined,
  allowed: readonly T[],
  usage?: string,
): T | undefined {
  if (value === undefined) return undefined;
  const found = allowed.find((one) => one === value);
  if (found !== undefined) return found;
  const sentences = [
    `${option} must be one of: ${allowed.join(', ')}.`,
    didYouMean(value, allowed),
    usage === undefined ? '' : `Usage: ${usage}`,
  ];
  throw new UserError(sentences.filter((sentence) => sentence !== '').join(' '));
}

/** Returns the names of unknown long and short options. */
function unknownOptions(args: readonly string[], options: Options): string[] {
  const { tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  return tokens.flatMap((token) =>
    token.kind === 'option' && !Object.hasOwn(options, token.name) ? [token.name] : [],
  );
}

/** Returns Node's message without the advice after it, which is about Node's own options. */
function sentence(error: unknown): string {
  const [first = ''] = (error as Error).message.split('\n');
  return first.replace(/\. To specify.*$/u, '.').replace(/[^.]$/u, '$&.');
}
