import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Sealer } from './sealer.ts';

const first = randomBytes(32);
const second = randomBytes(32);
const plain = Buffer.from('a token, and when it ends');

describe('Sealer', () => {
  it('opens a sealed value under the same name', () => {
    const sealer = new Sealer([first]);
    expect(sealer.open('name', sealer.seal('name', plain))).toEqual(plain);
  });

  it('does not open a value under another name', () => {
    const sealer = new Sealer([first]);
    expect(sealer.open('other', sealer.seal('name', plain))).toBeUndefined();
  });

  it('seals the same text differently each time, and reveals none of it', () => {
    const sealer = new Sealer([first]);
    const [one, two] = [sealer.seal('name', plain), sealer.seal('name', plain)];
    expect(one.equals(two)).toBe(false);
    expect(one.includes('token')).toBe(false);
    expect(one.includes(first)).toBe(false);
  });

  it('seals with the first key, and opens with any key', () => {
    const old = new Sealer([first]);
    const during = new Sealer([second, first]);
    const after = new Sealer([second]);
    expect(during.open('name', old.seal('name', plain))).toEqual(plain);
    expect(after.open('name', during.seal('name', plain))).toEqual(plain);
    expect(old.open('name', during.seal('name', plain))).toBeUndefined();
    expect(after.open('name', old.seal('name', plain))).toBeUndefined();
  });

  it('does not open a value that was changed by one bit or truncated', () => {
    const sealer = new Sealer([first]);
    const sealed = sealer.seal('name', plain);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(sealer.open('name', changed), `byte ${at}`).toBeUndefined();
      expect(sealer.open('name', sealed.subarray(0, at)), `${at} bytes`).toBeUndefined();
    }
  });
});
