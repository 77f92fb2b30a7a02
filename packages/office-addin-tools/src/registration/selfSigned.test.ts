import { createPrivateKey, X509Certificate } from 'node:crypto';
import { expect, it } from 'vitest';
import { selfSigned } from './selfSigned.ts';

it('creates a certificate that Node.js can read, signed with its own key', async () => {
  const from = new Date('2026-11-23T06:00:00Z');
  const to = new Date('2027-05-22T06:00:00Z');
  const { certificate, privateKey } = await selfSigned('Zoë’s add-in', from, to);
  const read = new X509Certificate(certificate);
  expect(read.subject).toBe('CN=Zoë’s add-in');
  expect(read.verify(read.publicKey)).toBe(true);
  expect(read.checkPrivateKey(createPrivateKey(privateKey))).toBe(true);
  expect([Date.parse(read.validFrom), Date.parse(read.validTo)]).toEqual([from.getTime(), to.getTime()]);
});
