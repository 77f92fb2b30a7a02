import { loadEnvironment } from '../src/server/envFiles.ts';
import { checkManifest } from './manifest/checkManifest.ts';
import { findingText } from './manifest/finding.ts';
import { checkOnline } from './manifest/onlineCheck.ts';
import { MANIFESTS, projectManifests } from './manifest/projectManifests.ts';
import { ROOT } from './nodeProcess.ts';

/** `npm run validate`: checks the manifests; `-- --online` asks Microsoft's service too. Exit code 1: a fault. */
export async function main(args: readonly string[]): Promise<void> {
  const manifests = projectManifests(ROOT, loadEnvironment(process.env, ROOT));
  const findings = manifests.flatMap(({ text, facts }) => checkManifest(text, facts));
  for (const finding of findings) console.log(findingText(finding));
  const count = findings.length === 1 ? '1 fault' : `${findings.length} faults`;
  const configured = manifests.some(({ facts }) => facts.clientId !== undefined);
  console.log(`${MANIFESTS.join(' and ')}: ${findings.length === 0 ? 'no fault found' : count}.`);
  if (!configured)
    console.log('CLIENT_ID is not configured, so the placeholder stands for the application id.');
  if (findings.length > 0) process.exitCode = 1;
  if (args.includes('--online')) await askMicrosoft();
}

async function askMicrosoft(): Promise<void> {
  for (const file of MANIFESTS) {
    const { verdict, output } = await checkOnline(file, ROOT);
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
