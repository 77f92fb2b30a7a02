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
 * Validates manifests. Manifests of the project and of its build (`dist/manifests`) must match the published format, each
 * other and the settings. All others, and those of a project without office-addin.config.ts, are checked against the
 * format only. `--fix` first writes ADDIN_ORIGIN, CLIENT_ID and SCOPE into the project's manifests. `--online` also asks
 * Microsoft's service. Exits with 1 on a problem.
 */
export async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = readOptions(
    args,
    { fix: { type: 'boolean' }, online: { type: 'boolean' } },
    USAGE,
    Infinity,
  );
  if (values.fix === true) await fixOwn(positionals);
  const paths = positionals.length === 0 ? [ROOT] : positionals.map(resolvePath);
  for (const path of paths) {
    const { files, findings, note } = isOwn(path) ? await checkOwn(path) : checkAny(path);
    for (const finding of findings) console.log(findingText(finding));
    const count = findings.length === 1 ? '1 problem' : `${findings.length} problems`;
    console.log(
      `${files.map(shownPath).join(', ')}: ${findings.length === 0 ? 'no problems found' : count}.`,
    );
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

/** Resolves a path against the user's folder. npm runs commands in the project folder and sets INIT_CWD. */
function resolvePath(named: string): string {
  const candidates = [process.env['INIT_CWD'] ?? process.cwd(), ROOT].map((folder) => resolve(folder, named));
  const found = candidates.find((path) => existsSync(path));
  if (found === undefined) throw new UserError(`${named} does not exist. Check the path.`);
  return found;
}

/** Returns whether the path is a manifest of the project or of its build, to which the settings apply. */
function isOwn(path: string): boolean {
  const folder = statSync(path).isDirectory() ? path : dirname(path);
  const own = hasProjectConfig() && (folder === ROOT || folder.startsWith(join(ROOT, 'dist')));
  return own && (folder === path || (MANIFESTS as readonly string[]).includes(basename(path)));
}

async function checkOwn(path: string): Promise<Checked> {
  const folder = statSync(path).isDirectory() ? path : dirname(path);
  const texts = manifestTexts(folder);
  const project = await loadProject();
  const warn = (warning: string) => void process.stderr.write(`${warning}\n`);
  const environment = loadEnvironment(process.env, ROOT, warn, settingNames(project));
  const settings = manifestSettings(environment, project);
  const origin = folder === ROOT ? undefined : mismatchedOrigin(texts.values(), settings.addinOrigin);
  if (origin !== undefined) {
    throw new UserError(
      `The manifests in ${shownPath(folder)} are for ${origin}, but ADDIN_ORIGIN is ${settings.addinOrigin}. ` +
        'Set ADDIN_ORIGIN and CLIENT_ID to the values of the build, and run the command again.',
    );
  }
  const wanted = (file: string) => folder === path || file === basename(path);
  const note =
    settings.clientId === undefined
      ? { note: 'CLIENT_ID is not set, so the application id may be a placeholder.' }
      : {};
  return {
    files: [...texts.keys()].filter(wanted).map((file) => join(folder, file)),
    findings: manifestFindings(ROOT, texts, settings).filter(({ file }) => wanted(file)),
    ...note,
  };
}

/** Writes the current settings into the project's manifests. */
async function fixOwn(named: readonly string[]): Promise<void> {
  if (!hasProjectConfig() || named.length > 0)
    throw new UserError("--fix changes this project's manifests. Omit the file or folder.");
  const project = await loadProject();
  const { addinOrigin, clientId, scopes } = manifestSettings(loadEnvironment(process.env, ROOT), project);
  for (const [file, text] of manifestTexts(ROOT)) {
    const fixed = applyDeployment(text, { origin: addinOrigin, clientId, scopes });
    if (fixed === text) continue;
    writeFileSync(join(ROOT, file), fixed);
    console.log(`Wrote the current settings to ${file}.`);
  }
}

/** Checks a file, or every manifest of a folder, against the format only. */
function checkAny(path: string): Checked {
  const files = statSync(path).isDirectory() ? manifestsIn(path) : [path];
  return { files, findings: files.flatMap((file) => formatFindings(shownPath(file), readManifest(file))) };
}

function manifestsIn(folder: string): string[] {
  const files = readdirSync(folder)
    .filter((file) => /^manifest.*\.(?:xml|json)$/iu.test(file))
    .map((file) => join(folder, file));
  if (files.length === 0)
    throw new UserError(`${shownPath(folder)} contains no manifest. Name the manifest file.`);
  return files;
}

/** Returns the path relative to the project if it is inside. */
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
        console.log(`${file}: accepted by Microsoft's validation service.`);
        break;
      case 'unreachable':
        console.log(
          `${file}: not validated online, because Microsoft's validation service can't be reached.`,
        );
        break;
      case 'refused':
        console.log(`${file}: rejected by Microsoft's validation service:\n${output}`);
        process.exitCode = 1;
        break;
      default:
        verdict satisfies never;
    }
  }
}
