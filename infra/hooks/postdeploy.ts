import { join } from 'node:path';
import { DIST, loadEnvironment, loadProject, ROOT, writeManifests } from 'office-addin-tools';
import { runHook } from './azd.ts';
import { nextSteps } from './nextSteps.ts';

await runHook(async () => {
  const environment = loadEnvironment(process.env, ROOT);
  const { sentences } = await writeManifests(ROOT, environment, await loadProject(), join(DIST, 'manifests'));
  for (const sentence of [...sentences, ...nextSteps(process.env)]) process.stdout.write(`${sentence}\n`);
});
