import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleManifest } from './manifest/testing/sampleManifests.ts';
import { main } from './validate.ts';

let folder: string;
let exitCode: typeof process.exitCode;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'validate-'));
  exitCode = process.exitCode;
});
afterEach(() => {
  process.exitCode = exitCode;
  rmSync(folder, { recursive: true });
});

/** Runs the command on a file with these bytes. */
async function validate(name: string, bytes: Buffer | string): Promise<{ printed: string; code: unknown }> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  process.exitCode = undefined;
  await main([path]);
  return { printed: lines.join('\n'), code: process.exitCode };
}

const inUtf16 = (text: string) => text.replace(/encoding="[^"]*"/iu, 'encoding="UTF-16"');
const littleEndian = (text: string) => Buffer.from(text, 'utf16le');
const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16();

describe('npm run validate -- FILE', () => {
  it.each([
    ['UTF-16 LE with a byte order mark', (text: string) => littleEndian(`\uFEFF${text}`)],
    ['UTF-16 BE with a byte order mark', (text: string) => bigEndian(`\uFEFF${text}`)],
    ['UTF-16 LE without a mark', littleEndian],
    ['UTF-16 BE without a mark', bigEndian],
  ])('reads %s', async (_encoding, encode) => {
    for (const file of ['manifest.xml', 'manifest.json']) {
      const { printed, code } = await validate(file, encode(inUtf16(sampleManifest(file))));
      expect(printed).toMatch(/no problems found\.$/u);
      expect(code).toBe(undefined);
    }
  });

  it('reports the line of a problem in a UTF-16 file', async () => {
    const text = inUtf16(sampleManifest('manifest.xml')).replace('<ProviderName>', '<ProviderNam>');
    const { printed, code } = await validate('manifest.xml', littleEndian(`\uFEFF${text}`));
    expect(printed).toMatch(/line \d+|:\d+/u);
    expect(printed).toMatch(/\d+ problems?\b/u);
    expect(code).toBe(1);
  });

  it.each([
    ['an empty file', 'manifest.xml', ''],
    ['random bytes', 'manifest.xml', Buffer.from([0x89, 0x00, 0xff, 0x13, 0xc3, 0x28, 0x00, 0x01])],
    ['half of an XML manifest', 'manifest.xml', '<?xml version="1.0"?><OfficeApp'],
    ['half of a unified manifest', 'manifest.json', '{"manifestVersion": "1.2'],
    ['JSON that is not an object', 'manifest.json', 'null'],
    ['another XML file', 'other.xml', '<project/>'],
    ['plain text', 'notes.txt', 'hello'],
  ])('reports a problem for %s and exits with 1', async (_what, name, bytes) => {
    const { printed, code } = await validate(name, bytes);
    expect(printed).toContain(name);
    expect(printed).not.toContain('no problems found');
    expect(code).toBe(1);
  });

  it.each([
    ['an app package', 'package.zip', Buffer.from('PK\u0003\u0004'), /is an app package\. Unpack it/],
    [
      'an unknown encoding',
      'manifest.xml',
      '<?xml version="1.0" encoding="klingon"?><OfficeApp/>',
      /declares the unknown encoding klingon\. Save it as UTF-8/,
    ],
  ])('names the fix for %s', async (_what, name, bytes, message) => {
    await expect(validate(name, bytes)).rejects.toThrow(message);
  });

  it('names a missing file', async () => {
    const path = join(folder, 'none.xml');
    await expect(main([path])).rejects.toThrow(`${path} does not exist.`);
  });

  it('names a folder without a manifest', async () => {
    await expect(main([folder])).rejects.toThrow(/contains no manifest\. Name the manifest file\./);
  });
});
