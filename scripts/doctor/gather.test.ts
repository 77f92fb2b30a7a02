import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { manifestTexts } from '../manifest/projectManifests.ts';
import { diagnose } from './diagnose.ts';
import { gatherFacts } from './gather.ts';

const project = join(import.meta.dirname, '..', '..');
let folder: string;
const servers: Server[] = [];

/** Ports that nobody else takes: the sandbox of a colleague may run on the usual ones. */
async function listening(): Promise<number> {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  servers.push(server);
  return (server.address() as AddressInfo).port;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  for (const part of [...manifestTexts(project).keys(), 'assets', '.ENV', '.gitignore', 'package.json']) {
    cpSync(join(project, part), join(folder, part), { recursive: true });
  }
  // 'junction' is what Windows allows to everybody; elsewhere it means nothing.
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'), 'junction');
  execFileSync('git', ['init', '-q'], { cwd: folder });
  execFileSync('git', ['add', '.ENV', '.gitignore'], { cwd: folder });
});
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
  rmSync(folder, { recursive: true });
});

async function found(environment: Record<string, string> = {}) {
  const freePorts = { PORT: '1', SANDBOX_PORT: '2' };
  const facts = await gatherFacts(folder, { ...freePorts, ...environment }, true);
  // The certificate is this machine's, not the folder's.
  return diagnose({ ...facts, localhost: { where: '', ends: Infinity } }).map(({ check, where }) => [
    check,
    where,
  ]);
}

it('finds nothing in a fresh clone', async () => {
  expect(await found()).toEqual([]);
});

it('reads the files as they are', async () => {
  appendFileSync(join(folder, '.ENV'), '\nCLIENT_SECRET=abc\nRATE_LIMIT=many\n');
  writeFileSync(join(folder, '.gitignore'), 'node_modules/\n');
  writeFileSync(join(folder, '.ENV.local'), '\uFEFFLOG_LEVEL=info\n');
  expect(await found()).toEqual([
    ['settings', 'RATE_LIMIT'],
    ['secret-in-env', '.ENV'],
    ['env-local-ignored', '.gitignore'],
  ]);
});

it('notices a taken port, a database that is away, and a manifest for another place', async () => {
  const port = await listening();
  const gone = await listening();
  await new Promise((done) => servers.pop()?.close(done));
  const addin = {
    ADDIN_ORIGIN: 'https://addin.contoso.com',
    DATABASE_URL: `postgres://u:p@localhost:${gone}/d`,
  };
  const findings = await found({ PORT: String(port), ...addin });
  expect(findings).toContainEqual(['port', 'PORT']);
  expect(findings).toContainEqual(['store', 'DATABASE_URL']);
  expect(findings.filter(([check]) => check === 'manifest').length).toBeGreaterThan(3);
});
