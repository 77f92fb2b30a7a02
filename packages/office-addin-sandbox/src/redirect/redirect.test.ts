// @module-tag full
import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ownAuthority } from '../authority.ts';
import { PORT_VARIABLE } from './portVariable.ts';
import { redirectModule } from './redirectModule.ts';

const run = promisify(execFile);

/** Answers with the name that the client asked for. */
let server: Server;
let port = 0;
let module = '';
beforeAll(async () => {
  const { cert, key } = await ownAuthority();
  server = createServer({ cert, key }, (request, response) => {
    response.end(
      `${String(request.headers.host)} ${String((request.socket as { servername?: string }).servername)}`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
  module = await redirectModule();
});
afterAll(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});

/** Runs a program in a separate Node.js process with the redirect. Returns its output. */
async function output(program: string): Promise<string> {
  const args = ['--import', module, '--input-type=module', '--eval', program];
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: '', [PORT_VARIABLE]: String(port) };
  const { stdout } = await run(process.execPath, args, { cwd: import.meta.dirname, env });
  return stdout.trim();
}

const reached = (host: string) => `${host} ${host}`;

it.each([
  ['fetch', `console.log(await (await fetch('https://appsforoffice.microsoft.com/')).text());`],
  [
    'the package undici with its own agent',
    `import { Agent, request } from 'undici';
const { body } = await request('https://appsforoffice.microsoft.com/', { dispatcher: new Agent() });
console.log(await body.text());`,
  ],
  [
    'https.get, as node-fetch and axios call it',
    `import { get } from 'node:https';
import { text } from 'node:stream/consumers';
get('https://appsforoffice.microsoft.com/', async (response) => console.log(await text(response)));`,
  ],
  [
    'https.request with a keep-alive agent',
    `import https from 'node:https';
import { text } from 'node:stream/consumers';
const agent = new https.Agent({ keepAlive: true });
https.request({ host: 'appsforoffice.microsoft.com', agent }, async (response) => {
  console.log(await text(response));
  agent.destroy();
}).end();`,
  ],
  [
    'a named import of tls.connect',
    `import { connect } from 'node:tls';
import { text } from 'node:stream/consumers';
const socket = connect(443, 'appsforoffice.microsoft.com', { servername: 'appsforoffice.microsoft.com' });
socket.end('GET / HTTP/1.0\\r\\nHost: appsforoffice.microsoft.com\\r\\n\\r\\n');
console.log((await text(socket)).split('\\r\\n\\r\\n')[1]);`,
  ],
])('redirects %s', async (_client, program) => {
  expect(await output(program)).toBe(reached('appsforoffice.microsoft.com'));
});

it('redirects the identity provider and Graph to the next ports', async () => {
  const program = `const error = await fetch('https://HOST/').catch(({ cause }) => cause);
console.log(error.port ?? error.errors?.[0]?.port);`;
  expect(await output(program.replace('HOST', 'login.microsoftonline.com'))).toBe(String(port + 1));
  expect(await output(program.replace('HOST', 'graph.microsoft.com'))).toBe(String(port + 2));
});

it('leaves other hosts, ports and certificates alone', async () => {
  const program = `const causes = [];
for (const url of ['https://localhost:${port}/', 'https://graph.microsoft.com.invalid/', 'https://graph.microsoft.com:${port}/'])
  causes.push((await fetch(url).catch(({ cause }) => cause)).code);
console.log(causes.join(' '));`;
  // The certificate of the sandbox isn't trusted for localhost, and the other names don't resolve.
  const [local, ...others] = (await output(program)).split(' ');
  expect(local).toMatch(/CERT|SIGNATURE/u);
  for (const code of others) expect(code).toMatch(/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|TIMEOUT/u);
});

it('rejects an invalid port', async () => {
  const args = ['--import', module, '--eval', '0'];
  const env = { ...process.env, [PORT_VARIABLE]: 'x' };
  await expect(run(process.execPath, args, { env })).rejects.toThrow(`${PORT_VARIABLE}=x is not a port`);
});
