import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { main as build } from './build.ts';
import { fetchBrowsers } from './browser.ts';
import { localhostCertificates } from './certificates.ts';
import { ClearError } from './clearError.ts';
import { checkGateArguments } from './gateArguments.ts';
import { ROOT } from './nodeProcess.ts';
import { makeNewDatabase } from './newDatabase.ts';
import { findPostgres } from './services/postgresProgram.ts';
import { findRedis } from './services/redisProgram.ts';

const tool = (path: string) => join(ROOT, 'node_modules', path);

/**
 * The gate: everything that has to hold, in the order in which it fails fastest. The arguments go to Playwright, after a
 * check: `npm test -- tests/mainJob.spec.ts -g "…"`.
 */
export async function main(args: readonly string[]): Promise<void> {
  checkGateArguments(args);
  const started = Date.now();
  const { caPath } = await localhostCertificates();
  fetchBrowsers(say);
  // Once and here: the tests that need them run at the same time, and only one of them could install something.
  findRedis(say);
  findPostgres(say);
  const env = { NODE_EXTRA_CA_CERTS: caPath };
  // None of these looks at another's result, and together they keep both cores busy.
  await Promise.all([
    step('new database', makeNewDatabase),
    step('types', () => run(tool('typescript/bin/tsc'), ['--noEmit', '-p', ROOT], env)),
    step('lint', () => run(tool('eslint/bin/eslint.js'), ['.'], env)),
    step('format', () =>
      run(tool('prettier/bin/prettier.cjs'), ['--check', '--log-level', 'warn', '.'], env),
    ),
    step('manifests', () =>
      run(join(ROOT, 'packages/office-addin-tools/bin/office-addin-tools.mjs'), ['validate'], env),
    ),
  ]);
  await step('unit and server tests', () => run(tool('vitest/vitest.mjs'), ['run'], env));
  await step('build', build);
  await step('end to end', () => run(tool('@playwright/test/cli.js'), ['test', ...args], env));
  say(`All of it passes, in ${seconds(started)} s.`);
}

async function step(name: string, work: () => Promise<void>): Promise<void> {
  const started = Date.now();
  say(`== ${name} …`);
  await work();
  say(`== ${name}: ${seconds(started)} s`);
}

function run(program: string, args: readonly string[], env: Record<string, string>): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    child.once('error', fail);
    child.once('exit', (code) => {
      if (code === 0) done();
      else fail(new ClearError(`This step failed; what it printed stands above.`));
    });
  });
}

const seconds = (since: number) => ((Date.now() - since) / 1000).toFixed(0);

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}
