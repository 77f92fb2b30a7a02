import { generateKeyPair, randomBytes, sign } from 'node:crypto';
import { promisify } from 'node:util';

/**
 * Creates a self-signed certificate (RFC 5280, section 4.1) for signing in as an application. Entra ID compares only the
 * public key, so it has no extensions. Node.js can read certificates but not create them.
 */
export async function selfSigned(commonName: string, from: Date, to: Date) {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 3072,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const algorithm = sequence(objectId(SHA256_WITH_RSA), element(0x05));
  const name = sequence(
    element(0x31, sequence(objectId(COMMON_NAME), element(0x0c, Buffer.from(commonName)))),
  );
  // First bit 0, second bit 1: a positive number without a leading zero byte.
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  const body = sequence(
    element(0xa0, element(0x02, Buffer.from([2]))),
    element(0x02, serial),
    algorithm,
    name,
    sequence(time(from), time(to)),
    name,
    publicKey,
  );
  const signature = sign('sha256', body, privateKey);
  const der = sequence(body, algorithm, element(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const lines = der.toString('base64').match(/.{1,64}/gu) ?? [];
  const certificate = ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
  return { certificate, privateKey };
}

/** 1.2.840.113549.1.1.11 and 2.5.4.3 in DER. */
const SHA256_WITH_RSA = '2a864886f70d01010b';
const COMMON_NAME = '550403';

function element(tag: number, content: Buffer = Buffer.alloc(0)): Buffer {
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content]);
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const bytes = Buffer.from(length.toString(16).padStart(length > 0xff ? 4 : 2, '0'), 'hex');
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes]);
}

const sequence = (...parts: Buffer[]): Buffer => element(0x30, Buffer.concat(parts));
const objectId = (hex: string): Buffer => element(0x06, Buffer.from(hex, 'hex'));

/** UTCTime: two-digit year, valid until 2049. */
function time(date: Date): Buffer {
  const digits = date
    .toISOString()
    .replace(/\.\d+Z$/u, '')
    .replace(/\D/gu, '')
    .slice(2);
  return element(0x17, Buffer.from(`${digits}Z`));
}
