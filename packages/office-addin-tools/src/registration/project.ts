import { join } from 'node:path';
import { z } from 'zod';
import { loadEnvironment, type Environment } from '../env/environment.ts';
import { readSettingsSubset, type AddinProject } from '../project.ts';
import { UserError } from '../userError.ts';
import { readText } from '../readText.ts';
import { parseXml } from '../manifest/parseXml.ts';
import type { Options } from './options.ts';
import { uniqueNameOf } from './uniqueName.ts';

/** The project's settings and names for its registration. */
export interface Project {
  readonly folder: string;
  /** The environment, .ENV.local and .ENV, merged in this order of precedence. */
  readonly environment: Environment;
  /** CLIENT_ID; undefined if it is a placeholder, or --name is given. */
  readonly clientId: string | undefined;
  /** PANE_CLIENT_ID; undefined if it is not set, or --name is given. */
  readonly paneClientId: string | undefined;
  readonly origin: string;
  readonly scopes: readonly string[];
  readonly graphEndpoint: string;
  readonly authority: { readonly origin: string; readonly tenant: string };
  readonly uniqueName: string;
  /** Shown in consent prompts. */
  readonly displayName: string;
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** @throws UserError that names the invalid setting and the fix */
export function readProject(
  { folder, env, project }: { folder: string; env: Environment; project: AddinProject },
  options: Options,
): Project {
  const merged = loadEnvironment(env, folder);
  const { CLIENT_ID: id = '' } = merged;
  const names = ['ADDIN_ORIGIN', 'SCOPE', 'GRAPH_ENDPOINT', 'AUTHORITY'] as const;
  const settings = readSettingsSubset(project, merged, names, 'Invalid settings (see docs/settings.md):');
  if (id !== '' && !/^\{\w+\}$/u.test(id) && !GUID.test(id))
    throw new UserError('CLIENT_ID is neither an id nor a placeholder. Set CLIENT_ID={CLIENT_ID} in .ENV.');
  const name = options.name ?? packageName(folder);
  const own = (value: string) =>
    GUID.test(value) && options.name === undefined ? value.toLowerCase() : undefined;
  return {
    folder,
    environment: merged,
    clientId: own(id),
    paneClientId: own(merged['PANE_CLIENT_ID'] ?? ''),
    origin: options.origin ?? (settings.ADDIN_ORIGIN as string),
    scopes: settings.SCOPE as string[],
    graphEndpoint: settings.GRAPH_ENDPOINT as string,
    authority: settings.AUTHORITY as Project['authority'],
    uniqueName: uniqueNameOf(name),
    displayName: options.name ?? titleOf(folder) ?? name,
  };
}

function packageName(folder: string): string {
  const shape = z.object({ name: z.string().min(1) });
  try {
    return shape.parse(JSON.parse(readText(join(folder, 'package.json')) ?? '')).name;
  } catch (cause) {
    throw new UserError('package.json has no name. Set the name of the registration with --name.', { cause });
  }
}

/** Returns the manifest's DisplayName, the name that users see. */
function titleOf(folder: string): string | undefined {
  const text = readText(join(folder, 'manifest.xml'));
  const parsed = text === undefined ? undefined : parseXml(text);
  if (!parsed || 'error' in parsed) return undefined;
  const title = parsed.root.children.find(({ name }) => name === 'DisplayName');
  return title?.attributes.get('DefaultValue')?.slice(0, 120);
}
