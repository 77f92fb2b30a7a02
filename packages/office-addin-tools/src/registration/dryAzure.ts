import { copyFileSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  isSituation,
  situations,
  type Situation,
  startDryAzure,
  type DryAzure,
} from 'office-addin-sandbox/azure';
import { UserError } from '../userError.ts';
import { readText } from '../readText.ts';
import { MANIFESTS } from '../manifest/projectManifests.ts';
import { withSettings } from './envText.ts';

/** Where the imitation keeps its tenant, and a copy of the project's files: nothing of the project itself changes. */
export interface DryProject {
  readonly azure: DryAzure;
  readonly folder: string;
  /** Without the settings of this machine: they may belong to a real registration. */
  readonly env: Record<string, string | undefined>;
}

/** @param names of the project's settings */
export async function startDryProject(
  root: string,
  home: string,
  names: readonly string[],
  situation: string | undefined,
): Promise<DryProject> {
  const known = readSituation(situation);
  const folder = join(home, 'project');
  mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', '.ENV', ...MANIFESTS])
    copyWhenNewer(join(root, file), join(folder, file));
  const azure = await startDryAzure(home, known);
  const env: Record<string, string | undefined> = { ...process.env };
  for (const name of [...names, 'Path']) Reflect.deleteProperty(env, name);
  return { azure, folder, env: { ...env, ...azure.environment } };
}

function readSituation(text: string | undefined): Situation | undefined {
  if (text === undefined || isSituation(text)) return text;
  const lines = Object.entries(situations).map(([name, sentence]) => `  ${name.padEnd(16)} ${sentence}`);
  throw new UserError(
    [
      '--situation has to be one of:',
      ...lines,
      '  dies-after-<n>   The connection is lost at the n-th request.',
    ].join('\n'),
  );
}

function copyWhenNewer(from: string, to: string): void {
  const source = statSync(from, { throwIfNoEntry: false });
  const copy = statSync(to, { throwIfNoEntry: false });
  if (!source || (copy && copy.mtimeMs >= source.mtimeMs)) return;
  const before = readText(to);
  copyFileSync(from, to);
  // A registration in a real tenant is none in the imitation.
  const clientId = /^CLIENT_ID=(?<id>.*)$/mu.exec(before ?? '')?.groups?.['id'] ?? '{CLIENT_ID}';
  if (from.endsWith('.ENV')) writeFileSync(to, withSettings(readText(to) ?? '', { CLIENT_ID: clientId }));
}

/** Writes the registrations as Graph would show them. @returns the file */
export function writeDocument({ azure }: DryProject, home: string): string {
  const file = join(home, 'registration.json');
  const { applications } = azure.directory.state;
  writeFileSync(
    file,
    `${JSON.stringify(applications.length === 1 ? applications[0] : applications, null, 2)}\n`,
  );
  return file;
}
