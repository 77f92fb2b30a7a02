import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadEnvironment } from './env/environment.ts';
import { DIST } from './projectFolder.ts';
import { UserError } from './userError.ts';
import { appPackage, checkPackage } from './manifest/appPackage.ts';
import { UNIFIED_MANIFEST } from './manifest/projectManifests.ts';
import { writeManifests } from './manifest/writeManifests.ts';
import { loadProject } from './project.ts';
import { ROOT } from './projectFolder.ts';
import { readOptions } from './options.ts';
import { deployedFiles, siteZip } from './release/site.ts';

export const USAGE = 'npm run package -- [--version 1.2.0] [--site]';
const ZIP = 'app-package.zip';

/** Writes the manifests for the current settings and the app package for upload; with `--site`, the zip of the server. */
export async function main(args: readonly string[]): Promise<void> {
  const options = parseArguments(args);
  if (options.site) return packSite();
  const version = checkedVersion(options.version);
  const output = join(DIST, 'manifests');
  const { texts, settings, sentences } = await writeManifests(
    ROOT,
    loadEnvironment(process.env, ROOT),
    await loadProject(),
    output,
    version,
  );
  for (const sentence of sentences) print(sentence);
  for (const file of texts.keys())
    if (file.endsWith('.xml')) print(`dist/manifests/${file}: ${uploadPath(file)}`);
  const unified = texts.get(UNIFIED_MANIFEST);
  if (unified === undefined) return;
  if (settings.clientId === undefined) {
    throw new UserError(
      'CLIENT_ID is not set, but an app package needs the id of a registration. ' +
        'Run `npm run configure-sso`, or set CLIENT_ID.',
    );
  }
  const zip = appPackage(unified, (path) => readFileSync(join(ROOT, path)));
  await writeFile(join(output, ZIP), zip);
  print(`dist/manifests/${ZIP} (${checkPackage(zip).join(', ')}): ${uploadPath(ZIP)}`);
}

async function packSite(): Promise<void> {
  const files = await deployedFiles(DIST);
  if (!files.includes('server.js'))
    throw new UserError('dist/ contains no build. Run `npm run build` first.');
  await writeFile(join(DIST, 'site.zip'), await siteZip(DIST));
  print(
    `dist/site.zip (${files.length} files): the package for App Service. To deploy it, see docs/deploy.md.`,
  );
}

/** Returns where administrators, users and publishers upload the file. */
function uploadPath(file: string): string {
  if (file === ZIP) {
    return (
      'for one company: Teams admin center, Manage apps, Upload new app; for yourself: Teams, Apps, Manage your ' +
      'apps, Upload an app; for the Marketplace: Partner Center, new Microsoft 365 app.'
    );
  }
  return (
    'for one company: Microsoft 365 admin center, Settings, Integrated apps, Upload custom apps; for the ' +
    'Marketplace: Partner Center, new Office add-in.'
  );
}

/** Returns the value of `--version 1.2.3`. */
function checkedVersion(version: string | undefined): string | undefined {
  if (version === undefined || /^\d{1,5}\.\d{1,5}\.\d{1,5}$/u.test(version)) return version;
  throw new UserError('--version must be three numbers of up to five digits each, such as 1.2.0.');
}

function parseArguments(args: readonly string[]) {
  const known = { version: { type: 'string' }, site: { type: 'boolean' } } as const;
  return readOptions(args, known, USAGE).values;
}

function print(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}
