import { UserError } from './userError.ts';
import { loadProject } from './project.ts';
import { ROOT } from './projectFolder.ts';
import { readOptions } from './options.ts';
import { rename } from './rename/rename.ts';

export const USAGE = 'npm run rename -- "Contoso Files"';

/** `npm run rename -- "Contoso Files"`: the add-in's name in manifests, pane and package, and Ids of its own. */
export async function main(args: readonly string[]): Promise<void> {
  const { positionals } = readOptions(args, {}, USAGE, Infinity);
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw new UserError(`Say the new name, in quotes: ${USAGE}`);
  const changed = rename(ROOT, await loadProject(), name);
  console.log(
    changed.length === 0 ? `The add-in is called ${name} already.` : `Changed: ${changed.join(', ')}.`,
  );
}
