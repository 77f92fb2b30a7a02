import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent, fetch as fetchTrusting } from 'undici';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  localhostCertificates,
  managedIdentities,
  users,
  SANDBOX_EXPIRED_SECRET,
  sandboxSettings,
  startSandbox,
  type Sandbox,
  type SandboxCredential,
} from 'office-addin-sandbox';
import { selfSigned, prepareCredential, readCredentialKind } from 'office-addin-tools/testing';
import { readConfig } from '../src/server/serverConfig.ts';
import { startServer } from '../src/server/server.ts';
import { collectLog } from './server/testServer.ts';

/**
 * Each kind of credential end to end: the real server with the real MSAL, an identity provider that checks the credential
 * like Entra ID, and App Service's endpoint for managed identities.
 */

const folder = mkdtempSync(join(tmpdir(), 'credentials-'));
const DAY = 86_400_000;
/** The certificate of `npm run sandbox -- --credential certificate`. */
const registered: SandboxCredential = { kind: 'certificate', path: join(folder, 'sandbox-certificate.pem') };
const stranger: SandboxCredential = { kind: 'certificate', path: join(folder, 'stranger.pem') };

let sandbox: Sandbox;
let dispatcher: Agent;
beforeAll(async () => {
  const other = await selfSigned('addin', new Date(Date.now() - DAY), new Date(Date.now() + DAY));
  writeFileSync(stranger.path, other.certificate + other.privateKey);
  const { clientCertificates } = await prepareCredential('certificate', folder);
  const certificates = await localhostCertificates();
  sandbox = await startSandbox({ port: 0, certificates, clientCertificates });
  dispatcher = new Agent({ connect: { ca: certificates.ca } });
});
afterAll(async () => {
  await dispatcher.destroy();
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => sandbox.reset());
afterEach(() => vi.unstubAllEnvs());

/** Returns the token that the pane gets from Office. */
async function officeToken(): Promise<string> {
  const answer = await fetchTrusting(`${sandbox.origin}/__sandbox/office/access-token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ app: 'word', options: {} }),
    dispatcher,
  });
  return ((await answer.json()) as { token: string }).token;
}

/** Returns the response to the pane and the log. @param more settings that override those of the sandbox */
async function readProfile(credential: SandboxCredential, more: Record<string, string> = {}) {
  const environment: Record<string, string> = {
    ...sandboxSettings(sandbox.origins, { credential }),
    ...more,
  };
  // App Service sets these environment variables, and MSAL reads them.
  for (const name of ['IDENTITY_ENDPOINT', 'IDENTITY_HEADER']) vi.stubEnv(name, environment[name]);
  const config = readConfig({
    ...environment,
    TLS: 'off',
    PORT: '0',
    DATABASE_DIR: join(folder, 'database'),
  });
  const log = collectLog();
  const server = await startServer(config, { dispatcher, logger: log.logger, limits: { quietMs: 0 } });
  try {
    const authorization = `Bearer ${await officeToken()}`;
    const answer = await fetch(`http://127.0.0.1:${server.port}/api/me`, { headers: { authorization } });
    const body = (await answer.json()) as Record<string, unknown>;
    return { status: answer.status, body, errors: log.take('error'), log: log.text() };
  } finally {
    await server.stop();
  }
}

const kinds: readonly SandboxCredential[] = [{ kind: 'secret' }, registered, { kind: 'managed-identity' }];

describe.each(kinds)('a server with a $kind', (credential) => {
  it('exchanges the user’s token and reads the profile', async () => {
    const { status, body, errors } = await readProfile(credential);
    expect([status, body['displayName'], errors]).toEqual([200, users.adele.displayName, []]);
    const exchanges = sandbox.log().filter(({ kind }) => kind === 'obo');
    expect(exchanges).toMatchObject([{ user: 'adele', answer: 'ok' }]);
  });
});

const refused: readonly (readonly [string, SandboxCredential, Record<string, string>, object])[] = [
  ['a wrong secret', { kind: 'secret' }, { CLIENT_SECRET: 'wrong' }, { aadsts: 7000215 }],
  ['an expired secret', { kind: 'secret' }, { CLIENT_SECRET: SANDBOX_EXPIRED_SECRET }, { aadsts: 7000222 }],
  ['a certificate that is not registered', stranger, {}, { aadsts: 700027 }],
  [
    'an identity that the registration does not trust',
    { kind: 'managed-identity' },
    { MANAGED_IDENTITY_CLIENT_ID: managedIdentities.untrusted.clientId },
    { aadsts: 700213 },
  ],
  [
    'an identity that is not assigned to the App Service',
    { kind: 'managed-identity' },
    { MANAGED_IDENTITY_CLIENT_ID: users.lee.oid },
    { service: 'managed-identity' },
  ],
  [
    'a wrong IDENTITY_HEADER',
    { kind: 'managed-identity' },
    { MANAGED_IDENTITY_CLIENT_ID: users.alex.oid, IDENTITY_HEADER: 'guessed' },
    { service: 'managed-identity' },
  ],
];

describe('a rejected credential', () => {
  it.each(refused)(
    'returns server_misconfigured and logs the reason for %s',
    async (_what, credential, more, upstream) => {
      const { status, body, errors, log } = await readProfile(credential, more);
      expect([status, body['code']]).toEqual([500, 'server_misconfigured']);
      expect(body).not.toHaveProperty('detail');
      expect(errors).toMatchObject([{ upstream }]);
      expect(JSON.stringify(errors) + log).not.toMatch(/eyJ|good-in-the-sandbox|guessed|header-of/);
    },
  );
});

it.each([[['--credential', 'password']], [['--certificate']], [['certificate']]])(
  'the sandbox lists the valid credentials for %j',
  (args) => {
    expect(() => readCredentialKind(args)).toThrow(/secret(?:\||, )certificate(?:\||, )managed-identity/u);
  },
);
