import { join } from 'node:path';
import { DIST } from '../../packages/office-addin-tools/src/build.ts';
import { writeManifests } from '../../packages/office-addin-tools/src/manifest/writeManifests.ts';
import { ROOT } from '../../packages/office-addin-tools/src/nodeProcess.ts';
import { loadEnvironment } from '../../src/server/envFiles.ts';
import { runHook } from './azd.ts';
import { whatIsLeft } from './whatIsLeft.ts';

await runHook(async () => {
  const environment = loadEnvironment(process.env, ROOT);
  const { sentences } = await writeManifests(ROOT, environment, join(DIST, 'manifests'));
  for (const sentence of [...sentences, ...whatIsLeft(process.env)]) process.stdout.write(`${sentence}\n`);
});
