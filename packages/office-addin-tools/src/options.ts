import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UserError } from './userError.ts';
import { nearest } from './nearest.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

type Values<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: true; strict: true }>
>['values'];

/**
 * Reads the arguments of a command. An option or argument that the command does not know is refused and never ignored;
 * the message names the one that was probably meant, and how the command is used.
 * @param usage one line, such as `npm run doctor -- [--json] [--offline]`
 * @param most how many arguments that are no options it takes
 * @throws UserError
 */
export function readOptions<O extends Options>(
  args: readonly string[],
  options: O,
  usage: string,
  most = 0,
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
  const [extra] = positionals.slice(most);
  if (extra !== undefined) {
    const meant = nearest(extra, known);
    const hint = meant === undefined ? '' : ` Did you mean --${meant}?`;
    throw new UserError(`Unexpected argument ${JSON.stringify(extra)}.${hint} Usage: ${usage}`);
  }
  return { values, positionals };
}

/** Names of long and short options that are not among the known ones. */
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

/** Node's message up to its advice, which is about Node's own options. */
function sentence(error: unknown): string {
  const [first = ''] = (error as Error).message.split('\n');
  return first.replace(/\. To specify.*$/u, '.').replace(/[^.]$/u, '$&.');
}
