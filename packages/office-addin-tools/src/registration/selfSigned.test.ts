import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadCredential } from '../../../../src/server/graph/credential.ts';
import { selfSigned } from './selfSigned.ts';

it('makes a certificate that Node reads, signed by its own key, and that the server takes', async () => {
  const from = new Date('2026-11-23T06:00:00Z');
  const to = new Date('2027-05-22T06:00:00Z');
  const { certificate, privateKey } = await selfSigned('Zoë’s add-in', from, to);
  const read = new X509Certificate(certificate);
  expect(read.subject).toBe('CN=Zoë’s add-in');
  expect(read.verify(read.publicKey)).toBe(true);
  expect(read.checkPrivateKey(createPrivateKey(privateKey))).toBe(true);
  expect([Date.parse(read.validFrom), Date.parse(read.validTo)]).toEqual([from.getTime(), to.getTime()]);

  const folder = mkdtempSync(join(tmpdir(), 'self-signed-'));
  try {
    const path = join(folder, 'client.pem');
    writeFileSync(path, `${certificate}${privateKey}`);
    expect(loadCredential({ kind: 'certificate', path }, from.getTime())).toMatchObject({
      kind: 'certificate',
      thumbprint: read.fingerprint256.replaceAll(':', ''),
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
