import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { applications, hasProjectConfig, loadProject } from './project.ts';
import { ROOT } from './projectFolder.ts';
import { sideload } from './sideload.ts';
import { manifestOf, readSideloadOptions } from './sideloadPlan.ts';
import { UserError } from './userError.ts';

export const USAGE =
  'office-addin-tools sideload [--app word|excel|powerpoint|outlook] [--platform desktop|web] [--document <address>]';

/** Opens the Office application with the manifest in this folder. The add-in's server must be running. */
export async function main(args: readonly string[]): Promise<void> {
  const offered = hasProjectConfig() ? (await loadProject()).applications : applications;
  const options = readSideloadOptions(args, offered);
  const manifest = manifestOf(options.application);
  if (!existsSync(join(ROOT, manifest)))
    throw new UserError(`${manifest}, the manifest for ${options.application}, is missing in ${ROOT}.`);
  await sideload(options, (sentence) => void process.stdout.write(`${sentence}\n`));
}
