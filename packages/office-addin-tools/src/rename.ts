import { UserError } from './userError.ts';
import { loadProject } from './project.ts';
import { ROOT } from './projectFolder.ts';
import { readOptions } from './options.ts';
import { rename } from './rename/rename.ts';

export const USAGE = 'npm run rename -- "Contoso Files"';

/** Renames the add-in in manifests, pane and package, and replaces the starter's Ids. */
export async function main(args: readonly string[]): Promise<void> {
  const { positionals } = readOptions(args, {}, USAGE, Infinity);
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0)
    throw new UserError(`Give the new name as one argument, in quotes. Usage: ${USAGE}`);
  const changed = rename(ROOT, await loadProject(), name);
  console.log(
    changed.length === 0 ? `The add-in's name is already ${name}.` : `Changed: ${changed.join(', ')}.`,
  );
}
