import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Configuration, MultiStats } from 'webpack';
import { loadEnvironment } from './env/environment.ts';
import { UserError } from './userError.ts';
import { writeManifests } from './manifest/writeManifests.ts';
import { loadProject } from './project.ts';
import { DIST, ROOT, SITE } from './projectFolder.ts';
import { writeSite } from './release/site.ts';

const ICONS = resolve(ROOT, 'assets/icons');

/**
 * Builds for production: `dist/server.js` and `dist/public`, the deployable subset in `dist/site`, and `dist/manifests`
 * for the current settings.
 */
export async function buildProject(): Promise<void> {
  // Files of an earlier build would be deployed too.
  await rm(DIST, { recursive: true, force: true });
  const project = await loadProject();
  const { pages, server } = await project.webpack();
  await compile([pages({ development: false, output: `${DIST}/public` }), server({ output: DIST })]);
  await copyIcons(`${DIST}/public`);
  await describeServer(DIST);
  await writeSite(DIST, SITE);
  const { sentences } = await writeManifests(
    ROOT,
    loadEnvironment(process.env, ROOT),
    project,
    `${DIST}/manifests`,
  );
  for (const sentence of sentences) process.stdout.write(`${sentence}\n`);
}

/** Writes a package.json that declares ES modules and the Node.js version: dist/ runs outside the project. */
async function describeServer(dist: string): Promise<void> {
  const { name, version, engines } = JSON.parse(
    await readFile(resolve(ROOT, 'package.json'), 'utf8'),
  ) as Package;
  const own = { name, version, private: true, type: 'module', engines, scripts: { start: 'node server.js' } };
  await writeFile(resolve(dist, 'package.json'), `${JSON.stringify(own, null, 2)}\n`);
}

interface Package {
  readonly name: string;
  readonly version: string;
  readonly engines: Readonly<Record<string, string>>;
}

/** Copies the icons to URLs without a hash, because manifests name them. */
export async function copyIcons(publicDir: string): Promise<void> {
  await cp(ICONS, resolve(publicDir, 'icons'), { recursive: true });
}

export async function compile(configurations: Configuration[]): Promise<void> {
  const { default: webpack } = await import('webpack');
  const compiler = webpack(configurations);
  const stats = await new Promise<MultiStats | undefined>((done, fail) =>
    compiler.run((error, result) => (error ? fail(error) : done(result))),
  );
  await new Promise<void>((done, fail) => compiler.close((error) => (error ? fail(error) : done())));
  if (stats?.hasErrors()) throw new UserError(stats.toString('errors-warnings'));
  if (stats?.hasWarnings()) process.stdout.write(`${stats.toString('errors-warnings')}\n`);
}

export { buildProject as main };
