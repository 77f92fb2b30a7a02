import { UserError } from './userError.ts';
import { readOptions } from './options.ts';
import { smokeTest } from './release/smokeTest.ts';

export const USAGE =
  'npx office-addin-tools smoke --origin https://addin.contoso.com [--site dist/site] [--seconds 300]';

/** Tests a deployed server: waits until it is ready, then checks pages, headers and the API. */
export async function main(args: readonly string[]): Promise<void> {
  const { origin, site, seconds } = options(args);
  const print = (sentence: string) => void process.stdout.write(`${sentence}\n`);
  const problems = await smokeTest({ origin, site, readyMs: seconds * 1000, print });
  if (problems.length > 0) throw new UserError(`${origin} fails the smoke test:\n  ${problems.join('\n  ')}`);
  print(`${origin} passes the smoke test${site === undefined ? '' : ` and serves the build in ${site}`}.`);
}

function options(args: readonly string[]): { origin: string; site: string | undefined; seconds: number } {
  const { origin = '', site, seconds = '300' } = parseArguments(args);
  if (!URL.canParse(origin) || new URL(origin).origin !== origin)
    throw new UserError(
      `--origin must be an origin such as https://addin.contoso.com, without a path. Usage: ${USAGE}`,
    );
  if (!/^\d{1,4}$/u.test(seconds))
    throw new UserError(`--seconds must be a number of seconds. Usage: ${USAGE}`);
  return { origin, site, seconds: Number(seconds) };
}

function parseArguments(args: readonly string[]) {
  const text = { type: 'string' } as const;
  return readOptions(args, { origin: text, site: text, seconds: text }, USAGE).values;
}
