// @module-tag full
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { freePorts } from '../ports.ts';
import { AddinServer } from './addinServer.ts';

const folder = mkdtempSync(join(tmpdir(), 'addin-server-'));
afterAll(() => rmSync(folder, { recursive: true }));

const { signal } = new AbortController();
/** Serves, ends with code 3 at /crash, and writes its process id to a file. */
const program = join(folder, 'server.mjs');
writeFileSync(
  program,
  `import { createServer } from 'node:http';
import { writeFileSync } from 'node:fs';
writeFileSync(${JSON.stringify(join(folder, 'pid'))}, String(process.pid));
createServer((request, response) => {
  if (request.url === '/crash') { console.error('TypeError: secret=abcdefgh'); process.exit(3); }
  response.end('ok');
}).listen(Number(process.argv[2]), 'localhost');`,
);

let origin = '';
let port = 0;
beforeEach(async () => {
  [port = 0] = await freePorts(1);
  origin = `http://localhost:${port}`;
});

let server: AddinServer;
afterEach(() => server.stop());
const start = (...command: string[]) => {
  server = new AddinServer(`${origin}/pane.html`, command.length > 0 ? command : undefined, process.env);
  return server.start(signal);
};

it('starts the command, reports its end with the error, starts it again, and ends its children', async () => {
  // Like npm, the command starts the server as a child.
  const parent = `require('child_process').spawn(process.execPath, ${JSON.stringify([program, String(port)])}, { stdio: 'inherit' }).on('exit', (code) => process.exit(code))`;
  await start(process.execPath, '-e', parent);
  expect(await server.fault(signal)).toBeUndefined();
  await fetch(`${origin}/crash`).catch(() => undefined);
  expect(await server.fault(signal)).toBe(
    "The add-in's server ended with code 3: TypeError: secret=<secret>",
  );
  expect((await fetch(origin)).status).toBe(200);
  const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'));
  await server.stop();
  await expect.poll(() => isRunning(pid)).toBe(false);
});

it('names what is wrong when the server cannot be used', async () => {
  await expect(start()).rejects.toThrow(`${origin} doesn't respond. Start the add-in's server`);
  await expect(start(process.execPath, '-e', 'process.exit(5)')).rejects.toThrow('ended with code 5');
  await expect(start('no-such-command')).rejects.toThrow("Can't run no-such-command");
  await start(process.execPath, program, String(port));
  const first = server;
  await expect(start(process.execPath, program, String(port))).rejects.toThrow('already responds');
  await first.stop();
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
