import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { installBrowsers } from './findBrowser.ts';
import { buildProject } from './build.ts';
import { localhostCertificates } from './certificates.ts';
import { UserError } from './userError.ts';
import { DIST, ROOT } from './projectFolder.ts';
import { findPostgres } from './services/findPostgres.ts';
import { findRedis } from './services/findRedis.ts';

const tool = (path: string) => join(ROOT, 'node_modules', path);

/** Finds or installs what the tests need. Call it once, before the tests: two installations at a time would collide. */
export async function prepareMachine(): Promise<void> {
  const { caPath } = await localhostCertificates();
  process.env['NODE_EXTRA_CA_CERTS'] = caPath;
  installBrowsers(say);
  findRedis(say);
  findPostgres(say);
}

/** Options of vitest: without and with the tests that `npm test` leaves to `npm run test:all`. */
export const QUICK = '--tags-filter=!full';
export const FULL = '--tags-filter=full';

export const typecheck = () => step('types', () => run(tool('typescript/bin/tsc'), ['--noEmit', '-p', ROOT]));

export const lint = () =>
  step('lint', () => run(tool('oxlint/bin/oxlint'), ['-c', 'oxlint.config.js', '--deny-warnings']));

export const checkFormat = () =>
  step('format', () => run(tool('prettier/bin/prettier.cjs'), ['--check', '--log-level', 'warn', '.']));

export const checkManifests = () =>
  step('manifests', () => run(join(import.meta.dirname, '../bin/office-addin-tools.mjs'), ['validate']));

const UNIT_TESTS = 'unit and server tests';

/** @param args files and options of `vitest run` */
export const unitTests = (...args: string[]) => step(UNIT_TESTS, () => vitest(args));

const vitest = (args: readonly string[], onOutput?: (text: string) => void) =>
  run(tool('vitest/vitest.mjs'), ['run', ...args], onOutput);

/**
 * Runs the unit tests of `npm test` while `others` run: both wait a lot, so together they take less time. Prints their
 * output at the end. @throws the first error, once both have ended
 */
export async function unitTestsDuring(others: () => Promise<void>): Promise<void> {
  const output: string[] = [];
  const units = step(`${UNIT_TESTS}, printed at the end`, () => vitest([QUICK], (text) => output.push(text)));
  const [unitResult, otherResult] = await Promise.allSettled([units, others()]);
  process.stdout.write(output.join(''));
  if (unitResult.status === 'rejected') throw unitResult.reason;
  if (otherResult.status === 'rejected') throw otherResult.reason;
}

/** @param args files and options of `playwright test` */
export const endToEndTests = (args: readonly string[]) =>
  step('end to end', () => run(tool('@playwright/test/cli.js'), ['test', ...args]));

export const buildAll = () => step('build', buildProject);

/** Builds unless every source file is older than the build. */
export async function buildIfChanged(): Promise<void> {
  const built = join(DIST, 'package.json');
  if (existsSync(built) && newestSource() < statSync(built).mtimeMs) say('== build: dist/ is up to date');
  else await buildAll();
}

/** Returns when a file that the build reads was last changed, in milliseconds since 1970. */
function newestSource(): number {
  const files = ['src', 'assets', 'packages'].flatMap((folder) => filesBelow(join(ROOT, folder)));
  const top = readdirSync(ROOT, { withFileTypes: true }).filter((entry) => entry.isFile());
  return Math.max(
    ...[...files, ...top.map(({ name }) => join(ROOT, name))].map((path) => statSync(path).mtimeMs),
  );
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
}

export async function step(name: string, work: () => Promise<void>): Promise<void> {
  const started = Date.now();
  say(`== ${name} …`);
  try {
    await work();
  } catch (error) {
    say(`== ${name}: failed after ${seconds(started)} s`);
    throw error;
  }
  say(`== ${name}: ${seconds(started)} s`);
}

/** Runs the steps and prints how long they took. */
export async function inAll(work: () => Promise<void>): Promise<void> {
  const started = Date.now();
  await work();
  say(`All checks passed in ${seconds(started)} s.`);
}

/** @param onOutput receives what the program prints. Without it, the terminal shows it. */
function run(program: string, args: readonly string[], onOutput?: (text: string) => void): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: ROOT,
      stdio: onOutput ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => onOutput?.(text));
    child.once('error', fail);
    child.once('exit', (code) => {
      if (code === 0) done();
      else fail(new UserError('A step failed. Its output is above.'));
    });
  });
}

const seconds = (since: number) => ((Date.now() - since) / 1000).toFixed(0);

export function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}
