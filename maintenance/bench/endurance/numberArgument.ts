import { UserError } from 'office-addin-tools';

/** Returns the value of `--name=12`. @throws UserError unless it is a positive number */
export function numberArgument(args: readonly string[], name: string, otherwise: number): number {
  const given = args.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1];
  if (given === undefined) return otherwise;
  const value = Number(given);
  if (value > 0) return value;
  throw new UserError(`--${name} must be a positive number, such as --${name}=${otherwise}.`);
}
