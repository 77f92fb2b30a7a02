import { UserError } from 'office-addin-tools';

/** The value of `--name=12`. @throws UserError when it is no number above nought */
export function numberArgument(args: readonly string[], name: string, otherwise: number): number {
  const given = args.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1];
  if (given === undefined) return otherwise;
  const value = Number(given);
  if (value > 0) return value;
  throw new UserError(`--${name} has to be a number above nought, such as --${name}=${otherwise}.`);
}
