import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pngSize } from 'office-addin-tools';
import { encodePng } from './png.ts';

const picture = { width: 2, height: 1, pixels: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8) };

describe('encodePng', () => {
  it('writes a readable size and pixels', () => {
    const file = encodePng(picture);
    expect(pngSize(file)).toEqual({ width: 2, height: 1 });
    const start = file.indexOf('IDAT') + 4;
    const length = file.readUInt32BE(start - 8);
    expect([...inflateSync(file.subarray(start, start + length))]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

describe('pngSize', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a truncated file', encodePng(picture).subarray(0, 20)],
  ])('returns undefined for %s', (_name, file) => {
    expect(pngSize(file)).toBeUndefined();
  });
});
