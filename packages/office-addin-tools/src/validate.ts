import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { loadEnvironment } from './env/environment.ts';
import { UserError } from './userError.ts';
import { applyDeployment } from './manifest/applyDeployment.ts';
import { mismatchedOrigin } from './manifest/mismatchedOrigin.ts';
import { findingText, type ManifestFinding } from './manifest/finding.ts';
import { formatFindings } from './manifest/format/formatFindings.ts';
import { readManifest } from './manifest/format/readManifest.ts';
import { checkOnline } from './manifest/onlineCheck.ts';
import { manifestFindings, manifestSettings, manifestTexts, MANIFESTS } from './manifest/projectManifests.ts';
import { hasProjectConfig, loadProject, settingNames } from './project.ts';
import { ROOT } from './projectFolder.ts';
import { readOptions } from './options.ts';

export const USAGE = 'office-addin-tools validate [--fix] [--online] [file or folder …]';

/**
 * Checks manifests: those of the project and of its build (`dist/manifests`) by the published format, by each other and
 * by the settings; any other, and those of a project without office-addin.config.ts, by the format alone. `--online` asks
 * Microsoft's service, too. `--fix` first writes ADDIN_ORIGIN, CLIENT_ID and SCOPE into the manifests in the project's
 * folder. Exit code 1: a fault.
 */
export async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = readOptions(
    args,
    { fix: { type: 'boolean' }, online: { type: 'boolean' } },
    USAGE,
    Infinity,
  );
  if (values.fix === true) await fixOwn(positionals);
  const places = positionals.length === 0 ? [ROOT] : positionals.map(placeOf);
  for (const place of places) {
    const { files, findings, note } = isOwn(place) ? await checkOwn(place) : checkAny(place);
    for (const finding of findings) console.log(findingText(finding));
    const count = findings.length === 1 ? '1 fault' : `${findings.length} faults`;
    console.log(`${files.map(shownPath).join(', ')}: ${findings.length === 0 ? 'no fault found' : count}.`);
    if (note !== undefined) console.log(note);
    if (findings.length > 0) process.exitCode = 1;
    if (values.online === true) await askMicrosoft(files);
  }
}

interface Checked {
  readonly files: readonly string[];
  readonly findings: readonly ManifestFinding[];
  readonly note?: string;
}

/** npm starts a command in the project's folder, and says in which one the user was. */
function placeOf(named: string): string {
  const places = [process.env['INIT_CWD'] ?? process.cwd(), ROOT].map((folder) => resolve(folder, named));
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new UserError(`There is no file or folder ${named}.`);
  return found;
}

/** The manifests in the project's folder, and those of a build: what the settings are for. */
function isOwn(place: string): boolean {
  const folder = statSync(place).isDirectory() ? place : dirname(place);
  const own = hasProjectConfig() && (folder === ROOT || folder.startsWith(join(ROOT, 'dist')));
  return own && (folder === place || (MANIFESTS as readonly string[]).includes(basename(place)));
}

async function checkOwn(place: string): Promise<Checked> {
  const folder = statSync(place).isDirectory() ? place : dirname(place);
  const texts = manifestTexts(folder);
  const project = await loadProject();
  const warn = (warning: string) => void process.stderr.write(`${warning}\n`);
  const environment = loadEnvironment(process.env, ROOT, warn, settingNames(project));
  const settings = manifestSettings(environment, project);
  const origin = folder === ROOT ? undefined : mismatchedOrigin(texts.values(), settings.addinOrigin);
  if (origin !== undefined) {
    throw new UserError(
      `The manifests in ${shownPath(folder)} are for ${origin}, and ADDIN_ORIGIN is ${settings.addinOrigin}. ` +
        'Set ADDIN_ORIGIN and CLIENT_ID as they were for the build, and run the command again.',
    );
  }
  const wanted = (file: string) => folder === place || file === basename(place);
  const note =
    settings.clientId === undefined
      ? { note: 'CLIENT_ID is not configured, so the placeholder is checked in place of the application id.' }
      : {};
  return {
    files: [...texts.keys()].filter(wanted).map((file) => join(folder, file)),
    findings: manifestFindings(ROOT, texts, settings).filter(({ file }) => wanted(file)),
    ...note,
  };
}

/** Writes the settings in force into the manifests in the project's folder. */
async function fixOwn(named: readonly string[]): Promise<void> {
  if (!hasProjectConfig() || named.length > 0)
    throw new UserError('--fix is for the manifests of this project: name no file or folder with it.');
  const project = await loadProject();
  const { addinOrigin, clientId, scopes } = manifestSettings(loadEnvironment(process.env, ROOT), project);
  for (const [file, text] of manifestTexts(ROOT)) {
    const fixed = applyDeployment(text, { origin: addinOrigin, clientId, scopes });
    if (fixed === text) continue;
    writeFileSync(join(ROOT, file), fixed);
    console.log(`${file}: written with the settings in force.`);
  }
}

/** Manifests of anybody: a file, or all of a folder. */
function checkAny(place: string): Checked {
  const files = statSync(place).isDirectory() ? manifestsIn(place) : [place];
  return { files, findings: files.flatMap((file) => formatFindings(shownPath(file), readManifest(file))) };
}

function manifestsIn(folder: string): string[] {
  const files = readdirSync(folder)
    .filter((file) => /^manifest.*\.(?:xml|json)$/iu.test(file))
    .map((file) => join(folder, file));
  if (files.length === 0) throw new UserError(`There is no manifest in ${shownPath(folder)}. Name the file.`);
  return files;
}

/** Relative to the project where it is in it. */
function shownPath(path: string): string {
  const within = relative(ROOT, path);
  return within === '' || within.startsWith('..') ? path : within;
}

async function askMicrosoft(files: readonly string[]): Promise<void> {
  for (const path of files) {
    const { verdict, output } = await checkOnline(basename(path), dirname(path));
    const file = shownPath(path);
    switch (verdict) {
      case 'accepted':
        console.log(`${file}: Microsoft's validation service accepts it.`);
        break;
      case 'unreachable':
        console.log(
          `${file}: Microsoft's validation service cannot be reached from here, so it was not asked.`,
        );
        break;
      case 'refused':
        console.log(`${file}: Microsoft's validation service refuses it:\n${output}`);
        process.exitCode = 1;
        break;
      default:
        verdict satisfies never;
    }
  }
}
