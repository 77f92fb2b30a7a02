// @module-tag full
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { iconFiles } from './files.ts';
import { pngSize } from 'office-addin-tools';
import { encodePng } from './png.ts';

const folder = join(import.meta.dirname, '..', '..', 'assets', 'icons');

describe('assets/icons', () => {
  it.each(iconFiles)(
    '$name matches the output of `node maintenance/run.mjs icons`',
    async ({ name, draw }) => {
      const stored = await readFile(join(folder, name));
      const drawn = encodePng(draw());
      expect(pngSize(stored)).toEqual(pngSize(drawn));
      // Pixels, not bytes: compression differs between versions of zlib.
      expect(rows(stored).equals(rows(drawn))).toBe(true);
    },
  );
});

function rows(file: Buffer): Buffer {
  const start = file.indexOf('IDAT') + 4;
  return inflateSync(file.subarray(start, start + file.readUInt32BE(start - 8)));
}
