import { X509Certificate } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compactVerify, generateKeyPair, exportPKCS8, decodeProtectedHeader, decodeJwt } from 'jose';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { localhostCertificates } from 'office-addin-tools/testing';
import { CLIENT_ID, OTHER_TENANT, TENANT } from '../../../tests/server/stubService.ts';
import { startTestServer, type TestServer } from '../../../tests/server/testServer.ts';
import { loadCredential } from './onBehalfOf.ts';

const folder = mkdtempSync(join(tmpdir(), 'credential-'));
function pemFile(name: string, ...parts: (Buffer | string)[]): string {
  const path = join(folder, name);
  writeFileSync(path, parts.map(String).join('\n'));
  return path;
}

describe('a certificate', () => {
  it('is loaded with its key and thumbprint', async () => {
    const { cert, key } = await localhostCertificates();
    const read = loadCredential({ kind: 'certificate', path: pemFile('good.pem', key, cert) }, Date.now());
    expect(read).toMatchObject({
      kind: 'certificate',
      thumbprint: expect.stringMatching(/^[0-9A-F]{64}$/) as string,
    });
  });

  it.each([
    ['does not exist', () => join(folder, 'nowhere.pem'), 'cannot be read'],
    [
      'has no key',
      async () => pemFile('1.pem', (await localhostCertificates()).cert),
      'does not contain both',
    ],
    ['is not PEM', () => pemFile('2.pem', 'hello'), 'does not contain both'],
    [
      'is malformed',
      () =>
        pemFile(
          '3.pem',
          '-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----\ny\n-----END PRIVATE KEY-----',
        ),
      'is not valid PEM',
    ],
    [
      'has the key of another certificate',
      async () => {
        const { privateKey } = await generateKeyPair('RS256', { extractable: true });
        return pemFile('4.pem', (await localhostCertificates()).cert, await exportPKCS8(privateKey));
      },
      'another certificate',
    ],
    [
      'has an elliptic curve key',
      async () => {
        const { privateKey } = await generateKeyPair('ES256', { extractable: true });
        return pemFile('6.pem', (await localhostCertificates()).cert, await exportPKCS8(privateKey));
      },
      'not RSA',
    ],
  ])('that %s throws a ConfigError that names the problem', async (_name, path, message) => {
    const setting = { kind: 'certificate', path: await path() } as const;
    expect(() => loadCredential(setting, Date.now())).toThrow(message);
  });

  it('that has expired throws a ConfigError', async () => {
    const { cert, key } = await localhostCertificates();
    const later = Date.parse(new X509Certificate(cert).validTo) + 1;
    expect(() => loadCredential({ kind: 'certificate', path: pemFile('5.pem', key, cert) }, later)).toThrow(
      'expired on',
    );
  });
});

describe('the client credential in the exchange', () => {
  let server: TestServer | undefined;
  let identity: Server | undefined;
  afterEach(async () => {
    await server?.close();
    await new Promise((resolve) => (identity ? identity.close(resolve) : resolve(undefined)));
    server = identity = undefined;
    vi.unstubAllEnvs();
  });

  const withoutSecret = (more: Record<string, string>) => ({ CLIENT_SECRET: '', ...more });
  const formOf = (test: TestServer) => new URLSearchParams(test.exchanges()[0]?.body);

  it('is an assertion signed with the key of the certificate', async () => {
    const { cert, key } = await localhostCertificates();
    const path = pemFile('proof.pem', cert, key);
    server = await startTestServer({ settings: withoutSecret({ CLIENT_CERTIFICATE_PATH: path }) });
    expect((await server.get('/api/me', await server.token())).status).toBe(200);
    const assertion = formOf(server).get('client_assertion') ?? '';
    expect(formOf(server).has('client_secret')).toBe(false);
    expect(decodeJwt(assertion)).toMatchObject({ iss: CLIENT_ID, sub: CLIENT_ID });
    expect(decodeProtectedHeader(assertion)).toMatchObject({ alg: 'PS256' });
    const publicKey = new X509Certificate(cert).publicKey;
    await expect(compactVerify(assertion, publicKey, { algorithms: ['PS256'] })).resolves.toBeDefined();
  });

  it('is signed once per tenant', async () => {
    const { cert, key } = await localhostCertificates();
    const path = pemFile('once.pem', cert, key);
    server = await startTestServer({ settings: withoutSecret({ CLIENT_CERTIFICATE_PATH: path }) });
    const other = { tid: OTHER_TENANT, iss: `${server.entra.origin}/${OTHER_TENANT}/v2.0` };
    for (const claims of [{ uti: '1' }, { uti: '2' }, other])
      expect((await server.get('/api/me', await server.token(claims))).status).toBe(200);
    const [one, two, three] = server
      .exchanges()
      .map(({ body }) => new URLSearchParams(body).get('client_assertion') ?? '');
    expect(two).toBe(one);
    const audiences = [one, three].map((assertion) => decodeJwt(assertion ?? '').aud);
    expect(audiences).toEqual(
      [TENANT, OTHER_TENANT].map((tid) => `${server?.entra.origin}/${tid}/oauth2/v2.0/token`),
    );
  });

  async function startIdentity(status: number, body: object): Promise<string[]> {
    const asked: string[] = [];
    identity = createServer((req, res) => {
      asked.push(req.url ?? '');
      res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => identity?.listen(0, '127.0.0.1', resolve));
    vi.stubEnv('IDENTITY_ENDPOINT', `http://127.0.0.1:${(identity.address() as AddressInfo).port}/msi/token`);
    vi.stubEnv('IDENTITY_HEADER', 'header-of-the-platform');
    return asked;
  }

  const MANAGED = { MANAGED_IDENTITY_CLIENT_ID: '5a5d0b0c-0000-4000-8000-0000000000ff' };

  it('is a token of the managed identity, requested once', async () => {
    const asked = await startIdentity(200, {
      access_token: 'token-of-the-identity',
      expires_on: String(Math.floor(Date.now() / 1000) + 86_400),
      resource: 'api://AzureADTokenExchange',
      token_type: 'Bearer',
      client_id: MANAGED.MANAGED_IDENTITY_CLIENT_ID,
    });
    server = await startTestServer({ settings: withoutSecret(MANAGED) });
    expect((await server.get('/api/me', await server.token())).status).toBe(200);
    expect((await server.get('/api/me', await server.token({ uti: '2' }))).status).toBe(200);
    expect(formOf(server).get('client_assertion')).toBe('token-of-the-identity');
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain(`client_id=${MANAGED.MANAGED_IDENTITY_CLIENT_ID}`);
    expect(asked[0]).toContain('resource=api');
  });

  it('returns 500 and logs an error when the managed identity fails', async () => {
    // Another identity, because MSAL caches identity tokens for the whole process.
    await startIdentity(400, { error: 'invalid_request', error_description: 'No such identity' });
    server = await startTestServer({ settings: withoutSecret({ MANAGED_IDENTITY_CLIENT_ID: CLIENT_ID }) });
    expect((await server.get('/api/me', await server.token())).problem.code).toBe('server_misconfigured');
    expect(server.log.take('error')).toMatchObject([{ upstream: { service: 'managed-identity' } }]);
  });
});
