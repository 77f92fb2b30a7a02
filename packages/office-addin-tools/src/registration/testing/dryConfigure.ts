import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type DirectoryState,
  type DirectoryObject,
  type Situation,
  startDryAzure,
} from 'office-addin-sandbox/azure';
import { MANIFESTS } from '../../manifest/projectManifests.ts';
import { fixtureFolder, fixtureProject, writeSamples } from '../../manifest/testing/sampleManifests.ts';
import type { AddinProject } from '../../project.ts';
import { applicationSchema, type Application } from '../application.ts';
import { configure, type ConfigureContext } from '../configure.ts';
import { withSettings } from '../envText.ts';
import { readOptions } from '../options.ts';

export interface DryConfigure {
  /** Folder of the clone. */
  readonly folder: string;
  /** Folder with the state of the simulated Azure. */
  readonly azure: string;
  /** Runs the command. Its output is in `said`. */
  run(args?: readonly string[], how?: RunOptions): Promise<void>;
  /** Runs other code in the same context. */
  withContext(work: (context: ConfigureContext) => Promise<unknown>, how?: RunOptions): Promise<void>;
  /** Returns the output of all runs. */
  said(): string;
  applications(): DirectoryObject[];
  application(): Application;
  /** Client ids with a service principal. */
  principals(): unknown[];
  read(file: string): string;
  write(file: string, text: string): void;
  /** Lines of the recording. */
  recording(): Recorded[];
  recordingText(): string;
  close(): void;
}

export interface RunOptions extends Partial<ConfigureContext> {
  readonly situation?: Situation | undefined;
  /** Override az's environment. */
  readonly variables?: Readonly<Record<string, string>>;
}

export interface Recorded {
  readonly kind: string;
  readonly method?: string;
  readonly path?: string;
  readonly body?: unknown;
  readonly args?: string[];
  readonly status?: number;
}

/** Creates a fresh clone in a temporary folder, with a simulated Azure: az as a process, Graph on a socket. */
export function dryConfigure(root = fixtureFolder, project: AddinProject = fixtureProject): DryConfigure {
  const home = mkdtempSync(join(tmpdir(), 'configure-sso-'));
  const folder = join(home, 'project');
  const azure = join(home, 'azure');
  const lines: string[] = [];
  const read = (path: string) => readFileSync(path, 'utf8');
  for (const file of ['package.json', '.ENV', ...MANIFESTS]) cpSync(join(root, file), join(folder, file));
  writeSamples(folder, root);
  const fresh = { CLIENT_ID: '{CLIENT_ID}', SCOPE: 'User.Read Files.Read' };
  writeFileSync(join(folder, '.ENV'), withSettings(read(join(folder, '.ENV')), fresh));
  const state = () =>
    JSON.parse(read(join(azure, 'azure.json'))) as Pick<DirectoryState, 'applications' | 'servicePrincipals'>;
  const applications = () => state().applications;
  const withContext: DryConfigure['withContext'] = async (work, { situation, variables, ...how } = {}) => {
    const dry = await startDryAzure(azure, situation);
    try {
      await work({
        folder,
        project,
        env: { ...dry.environment, ...variables },
        platform: process.platform,
        print: (sentence) => lines.push(sentence),
        ask: undefined,
        ssoStep: () => Promise.resolve(false),
        now: Date.now,
        wait: () => Promise.resolve(),
        graphEndpoint: dry.graphEndpoint,
        ...how,
      });
    } finally {
      await dry.close();
    }
  };
  return {
    folder,
    azure,
    withContext,
    run: (args = [], how) => withContext((context) => configure(readOptions(args), context), how),
    said: () => lines.join('\n'),
    applications,
    application: () => applicationSchema.parse(applications()[0]),
    principals: () => state().servicePrincipals.map(({ appId }) => appId),
    read: (file) => read(join(folder, file)),
    write: (file, text) => writeFileSync(join(folder, file), text),
    recording: () =>
      read(join(azure, 'recording.jsonl'))
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Recorded),
    recordingText: () => read(join(azure, 'recording.jsonl')),
    close: () => rmSync(home, { recursive: true }),
  };
}
