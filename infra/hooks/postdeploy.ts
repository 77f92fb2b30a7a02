import { join } from 'node:path';
import { DIST, writeManifests, ROOT } from 'office-addin-tools';
import { loadEnvironment } from '../../src/server/envFiles.ts';
import { runHook } from './azd.ts';
import { whatIsLeft } from './whatIsLeft.ts';

await runHook(async () => {
  const environment = loadEnvironment(process.env, ROOT);
  const { sentences } = await writeManifests(ROOT, environment, join(DIST, 'manifests'));
  for (const sentence of [...sentences, ...whatIsLeft(process.env)]) process.stdout.write(`${sentence}\n`);
});
