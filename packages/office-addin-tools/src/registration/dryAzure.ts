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
import { didYouMean } from '../nearest.ts';
import { readText } from '../readText.ts';
import { MANIFESTS } from '../manifest/projectManifests.ts';
import { withSettings } from './envText.ts';

/** The simulated Azure and a copy of the project's files, so that the project itself does not change. */
export interface DryProject {
  readonly azure: DryAzure;
  readonly folder: string;
  /** Without the settings of this machine, which may belong to a real registration. */
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
      `--situation must be one of the following. ${didYouMean(text, Object.keys(situations))}`.trim(),
      ...lines,
      '  dies-after-<n>   Drops the connection at the n-th request.',
    ].join('\n'),
  );
}

function copyWhenNewer(from: string, to: string): void {
  const source = statSync(from, { throwIfNoEntry: false });
  const copy = statSync(to, { throwIfNoEntry: false });
  if (!source || (copy && copy.mtimeMs >= source.mtimeMs)) return;
  const before = readText(to);
  copyFileSync(from, to);
  // The simulated Azure does not have a real tenant's registration.
  const clientId = /^CLIENT_ID=(?<id>.*)$/mu.exec(before ?? '')?.groups?.['id'] ?? '{CLIENT_ID}';
  if (from.endsWith('.ENV')) writeFileSync(to, withSettings(readText(to) ?? '', { CLIENT_ID: clientId }));
}

/** Writes the registrations as Graph stores them. @returns the path of the file */
export function writeDocument({ azure }: DryProject, home: string): string {
  const file = join(home, 'registration.json');
  const { applications } = azure.directory.state;
  writeFileSync(
    file,
    `${JSON.stringify(applications.length === 1 ? applications[0] : applications, null, 2)}\n`,
  );
  return file;
}
