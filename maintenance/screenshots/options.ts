import { UserError, didYouMean, readOptions } from 'office-addin-tools';

const USAGE = 'npm run screenshots -- [--no-build] [--states [state …]]';

export interface ScreenshotOptions {
  readonly build: boolean;
  /** Undefined: the README's screenshots. Empty: every state. */
  readonly states: readonly string[] | undefined;
}

/** @param known ids of the states  @throws UserError */
export function screenshotOptions(args: readonly string[], known: readonly string[]): ScreenshotOptions {
  const flag = { type: 'boolean' } as const;
  const most = args.includes('--states') ? Infinity : 0;
  const { values, positionals } = readOptions(args, { 'no-build': flag, states: flag }, USAGE, most);
  const unknown = positionals.find((id) => !known.includes(id));
  if (unknown !== undefined)
    throw new UserError(
      [
        `The pane has no state ${JSON.stringify(unknown)}.`,
        didYouMean(unknown, known),
        `States: ${known.join(', ')}.`,
      ]
        .filter((part) => part !== '')
        .join(' '),
    );
  return { build: values['no-build'] !== true, states: values.states === true ? positionals : undefined };
}
