import { resolve } from 'node:path';
import { loadEnvironment } from '../src/server/envFiles.ts';
import { ClearError } from './clearError.ts';
import { builtFor } from './manifest/builtFor.ts';
import { findingText } from './manifest/finding.ts';
import { checkOnline } from './manifest/onlineCheck.ts';
import { manifestFindings, manifestSettings, manifestTexts } from './manifest/projectManifests.ts';
import { ROOT } from './nodeProcess.ts';

/**
 * `npm run validate`: checks the manifests of the project, `-- dist/manifests` those of a build;
 * `-- --online` asks Microsoft's service too. Exit code 1: a fault.
 */
export async function main(args: readonly string[]): Promise<void> {
  const [named = '.'] = args.filter((arg) => !arg.startsWith('--'));
  const folder = resolve(ROOT, named);
  const texts = manifestTexts(folder);
  const settings = manifestSettings(loadEnvironment(process.env, ROOT));
  const origin = folder === ROOT ? undefined : builtFor(texts.values(), settings.addinOrigin);
  if (origin !== undefined) {
    throw new ClearError(
      `The manifests in ${named} are for ${origin}, and ADDIN_ORIGIN is ${settings.addinOrigin}. ` +
        'Set ADDIN_ORIGIN and CLIENT_ID as they were for the build, and run the command again.',
    );
  }
  const findings = manifestFindings(ROOT, texts, settings);
  for (const finding of findings) console.log(findingText(finding));
  const count = findings.length === 1 ? '1 fault' : `${findings.length} faults`;
  console.log(`${[...texts.keys()].join(', ')}: ${findings.length === 0 ? 'no fault found' : count}.`);
  if (settings.clientId === undefined)
    console.log('CLIENT_ID is not configured, so the placeholder stands for the application id.');
  if (findings.length > 0) process.exitCode = 1;
  if (args.includes('--online')) await askMicrosoft([...texts.keys()], folder);
}

async function askMicrosoft(files: readonly string[], folder: string): Promise<void> {
  for (const file of files) {
    const { verdict, output } = await checkOnline(file, folder);
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
