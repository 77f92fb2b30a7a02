// @module-tag full
import { X509Certificate } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DRY_IDENTITY } from 'office-addin-sandbox/azure';
import { dryConfigure, type DryConfigure } from './testing/dryConfigure.ts';

const DAY_MS = 86_400_000;

let dry: DryConfigure;
beforeEach(() => (dry = dryConfigure()));
afterEach(() => dry.close());

const localSecret = () => parseEnv(dry.read('.ENV.local'))['CLIENT_SECRET'] ?? '';
const inDays = (days: number) => () => Date.now() + days * DAY_MS;

describe('the secret', () => {
  it('is written to .ENV.local only', async () => {
    await dry.run();
    const secret = localSecret();
    expect(secret.length).toBeGreaterThan(30);
    expect(dry.said()).not.toContain(secret);
    expect(dry.recordingText()).not.toContain(secret);
    expect(dry.recordingText()).not.toContain('dry-azure-token');
    for (const file of ['.ENV', 'manifest.xml', 'manifest.outlook.xml'])
      expect(dry.read(file)).not.toContain(secret);
  });

  it('is renewed before it expires; the old one is removed only with --prune', async () => {
    await dry.run();
    const first = localSecret();
    await dry.run([], { now: inDays(140) });
    expect(localSecret()).toBe(first);
    await dry.run([], { now: inDays(160) });
    expect(localSecret()).not.toBe(first);
    expect(dry.application().passwordCredentials).toHaveLength(2);
    await dry.run(['--prune'], { now: inDays(161) });
    const left = dry.application().passwordCredentials;
    expect(left.map(({ hint }) => hint)).toEqual([localSecret().slice(0, 3)]);
  });

  it('is not pruned if a colleague or a person in the portal created it', async () => {
    await dry.run();
    const whole = JSON.parse(dry.read('../azure/azure.json')) as {
      applications: { passwordCredentials: Record<string, unknown>[] }[];
    };
    const end = new Date(inDays(100)()).toISOString();
    whole.applications[0]?.passwordCredentials.push(
      { keyId: 'colleague', displayName: 'configure-sso 00000000', hint: 'xyz', endDateTime: end },
      { keyId: 'hand', displayName: 'by hand', hint: 'xyz', endDateTime: '2020-01-01T00:00:00Z' },
    );
    dry.write('../azure/azure.json', JSON.stringify(whole));
    await dry.run(['--prune']);
    expect(
      dry
        .application()
        .passwordCredentials.map(({ keyId }) => keyId)
        .slice(1),
    ).toEqual(['colleague', 'hand']);
  });

  it('is rejected with --no-files', async () => {
    await expect(dry.run(['--no-files'])).rejects.toThrow(/cannot be stored/);
    expect(dry.applications()).toEqual([]);
  });
});

describe('a certificate', () => {
  it('is created locally, uploaded without its key, and replaces the secret', async () => {
    await dry.run();
    await dry.run(['--credential', 'certificate']);
    const pem = dry.read('client-certificate.pem');
    expect(parseEnv(dry.read('.ENV.local'))).toEqual({ CLIENT_CERTIFICATE_PATH: 'client-certificate.pem' });
    if (process.platform !== 'win32')
      expect(statSync(join(dry.folder, 'client-certificate.pem')).mode & 0o777).toBe(0o600);
    const [uploaded] = dry.application().keyCredentials;
    const thumbprint = new X509Certificate(pem).fingerprint.replaceAll(':', '');
    expect(uploaded?.customKeyIdentifier).toBe(Buffer.from(thumbprint, 'hex').toString('base64'));
    const key = /-----BEGIN PRIVATE KEY-----\n(?<line>.+)\n/u.exec(pem)?.groups?.['line'] ?? '?';
    expect(dry.recordingText() + dry.said()).not.toContain(key);

    // A second run keeps it.
    await dry.run();
    expect(dry.application().keyCredentials).toHaveLength(1);
    expect(dry.application().passwordCredentials).toHaveLength(1);
    expect(dry.read('client-certificate.pem')).toBe(pem);
    expect(parseEnv(dry.read('.ENV.local'))).toEqual({ CLIENT_CERTIFICATE_PATH: 'client-certificate.pem' });
  });

  it('is renewed before it expires', async () => {
    await dry.run(['--credential', 'certificate']);
    const first = dry.read('client-certificate.pem');
    await dry.run(['--credential', 'certificate', '--prune'], { now: inDays(160) });
    expect(dry.read('client-certificate.pem')).not.toBe(first);
    expect(dry.application().keyCredentials).toHaveLength(1);
  });
});

describe('a managed identity', () => {
  const args = ['--identity', DRY_IDENTITY.id];
  const trusted = () => dry.applications()[0]?.['federatedIdentityCredentials'] as Record<string, unknown>[];

  it('is trusted once, by its principal id', async () => {
    await dry.run(args);
    await dry.run(args);
    expect(trusted()).toMatchObject([
      {
        subject: DRY_IDENTITY.id,
        audiences: ['api://AzureADTokenExchange'],
        issuer: expect.stringMatching(
          /^https:\/\/login\.microsoftonline\.com\/[0-9a-f-]{36}\/v2\.0$/,
        ) as string,
      },
    ]);
    expect(dry.application().passwordCredentials).toEqual([]);
    expect(dry.said()).toContain(`MANAGED_IDENTITY_CLIENT_ID=${DRY_IDENTITY.appId}`);
  });

  it('in the settings is kept, without creating a secret', async () => {
    dry.write('.ENV.local', `MANAGED_IDENTITY_CLIENT_ID=${DRY_IDENTITY.appId}\n`);
    await dry.run();
    expect(dry.application().passwordCredentials).toEqual([]);
    expect(parseEnv(dry.read('.ENV.local'))).toEqual({ MANAGED_IDENTITY_CLIENT_ID: DRY_IDENTITY.appId });
  });

  it('that does not exist is rejected before anything is created', async () => {
    await expect(dry.run(['--identity', DRY_IDENTITY.appId])).rejects.toThrow(/principal id/);
    expect(dry.applications()).toEqual([]);
  });
});
