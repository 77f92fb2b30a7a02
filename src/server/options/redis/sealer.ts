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
 * Seals what is given out of hand, by AES-256-GCM. A sealed value is `key id | nonce | tag | ciphertext`, and opens
 * only under the name that it was sealed for: moved to another name, or changed in one bit, it is worth nothing.
 */
export class Sealer {
  readonly #keys: readonly SealingKey[];

  /** @param secrets 32 bytes each, newest first: the first seals, all of them open */
  constructor(secrets: readonly Buffer[]) {
    if (secrets.length === 0) throw new RangeError('There is no key to seal with.');
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

  /** @returns undefined when none of the keys opens it under this name */
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
      // `final` throws, without a code, when the tag does not fit: somebody has changed or moved the value.
      return undefined;
    }
  }
}

const aad = (id: Buffer, name: string) => Buffer.concat([id, Buffer.from(name, 'utf8')]);

/** Own keys for own purposes: the id, which is seen, says nothing about the key that seals. */
function derive(secret: Buffer, purpose: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `shared token cache, ${purpose}`, bytes));
}
