import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

const KEY_ID_BYTES = 8;
/** 96 random bits (NIST SP 800-38D, 8.2.2): good for 2^32 values per key; docs/scale-out.md says when to rotate. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = KEY_ID_BYTES + NONCE_BYTES + TAG_BYTES;

interface SealingKey {
  readonly id: Buffer;
  readonly key: Buffer;
}

/**
 * Encrypts and authenticates values (AES-256-GCM) for storage outside the server. A sealed value is
 * `key id | nonce | tag | ciphertext`. It opens only under the name that it was sealed for, and only if unchanged.
 */
export class Sealer {
  readonly #keys: readonly SealingKey[];

  /** @param secrets 32 bytes each, newest first: the first one seals, all of them open */
  constructor(secrets: readonly Buffer[]) {
    if (secrets.length === 0) throw new RangeError('Sealer needs at least one key.');
    this.#keys = secrets.map((secret) => ({
      id: derive(secret, 'key id', KEY_ID_BYTES),
      key: derive(secret, 'sealing', 32),
    }));
  }

  seal(name: string, plain: Uint8Array): Buffer {
    const [{ id, key }] = this.#keys as [SealingKey];
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(aad(id, name));
    const sealed = [cipher.update(plain), cipher.final()];
    return Buffer.concat([id, nonce, cipher.getAuthTag(), ...sealed]);
  }

  /** @returns undefined if no key opens the value under this name */
  open(name: string, sealed: Buffer): Buffer | undefined {
    if (sealed.length < HEAD_BYTES) return undefined;
    const id = sealed.subarray(0, KEY_ID_BYTES);
    const known = this.#keys.find((candidate) => timingSafeEqual(candidate.id, id));
    if (!known) return undefined;
    const nonce = sealed.subarray(KEY_ID_BYTES, KEY_ID_BYTES + NONCE_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', known.key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(aad(id, name));
    decipher.setAuthTag(sealed.subarray(KEY_ID_BYTES + NONCE_BYTES, HEAD_BYTES));
    const plain = decipher.update(sealed.subarray(HEAD_BYTES));
    try {
      return Buffer.concat([plain, decipher.final()]);
    } catch {
      // `final` throws an error without a code if the tag does not match: the value was changed or moved.
      return undefined;
    }
  }
}

const aad = (id: Buffer, name: string) => Buffer.concat([id, Buffer.from(name, 'utf8')]);

/** Derives a separate key per purpose, so that the public key id reveals nothing about the sealing key. */
function derive(secret: Buffer, purpose: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `shared token cache, ${purpose}`, bytes));
}
