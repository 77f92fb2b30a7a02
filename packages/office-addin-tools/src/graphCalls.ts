import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { GraphCall } from 'office-addin-sandbox';
import type { AddinProject } from './project.ts';
import { ROOT } from './projectFolder.ts';
import { UserError } from './userError.ts';

const MODULE = /\.m?[jt]s$/u;
const TEST = /\.(?:test|spec)\.m?[jt]s$/u;

/**
 * Loads the calls of Microsoft Graph that the project adds to the sandbox: the default export of each module in the
 * folder `sandbox.graph`. Returns none if there is no such folder. Rejects with a UserError that names a wrong module.
 */
export async function loadGraphCalls(
  { sandbox }: Pick<AddinProject, 'sandbox'>,
  root = ROOT,
): Promise<GraphCall[]> {
  const folder = sandbox?.graph === undefined ? undefined : join(root, sandbox.graph);
  if (folder === undefined || !existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => MODULE.test(name) && !TEST.test(name));
  return Promise.all(files.sort().map((name) => loadGraphCall(join(folder, name))));
}

async function loadGraphCall(file: string): Promise<GraphCall> {
  const { default: call } = (await import(pathToFileURL(file).href)) as { default?: Partial<GraphCall> };
  if (
    typeof call?.path === 'string' &&
    typeof call.permission === 'string' &&
    typeof call.answer === 'function'
  )
    return call as GraphCall;
  throw new UserError(
    `${file} has to export a Graph call as its default: { path, permission, answer }. ` +
      'The README of office-addin-sandbox has an example.',
  );
}
