import { ClearError } from './clearError.ts';
import { ROOT } from './projectFolder.ts';
import { readOptions } from './options.ts';
import { rename } from './rename/rename.ts';

const USAGE = 'npm run rename -- "Contoso Files"';

/** `npm run rename -- "Contoso Files"`: the add-in's name in manifests, pane and package, and Ids of its own. */
export async function main(args: readonly string[]): Promise<void> {
  const { positionals } = readOptions(args, {}, USAGE, Infinity);
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw new ClearError(`Say the new name, in quotes: ${USAGE}`);
  const changed = rename(ROOT, name);
  console.log(
    changed.length === 0 ? `The add-in is called ${name} already.` : `Changed: ${changed.join(', ')}.`,
  );
  await Promise.resolve();
}
