import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { settingNames } from '../../src/server/settings.ts';

/** No image is built in the tests; this holds what an edit could break without a word. */

const root = resolve(import.meta.dirname, '../..');
const read = (name: string) =>
  readFileSync(resolve(root, name), 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'));
const lines = read('Dockerfile');
const final = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));

describe('the image', () => {
  it('runs as another user than root, without a shell that keeps signals', () => {
    expect(final).toContain('USER node');
    expect(final.at(-1)).toBe('CMD ["node", "server.js"]');
  });

  it('takes from the build what the server reads, and neither source maps nor manifests', () => {
    const copied = final.filter((line) => line.startsWith('COPY ')).flatMap((line) => line.split(' '));
    // site.test.ts says what is in it.
    expect(copied.filter((word) => word.startsWith('/src/'))).toEqual(['/src/dist/site']);
  });

  it('sets only settings that the server knows, and no secret', () => {
    const set = final.filter((line) => line.startsWith('ENV ')).join(' ');
    const names = [...set.matchAll(/([A-Z_]+)=/g)].map((match) => match[1]);
    expect(settingNames).toEqual(expect.arrayContaining(names));
    expect(names).not.toContain('CLIENT_SECRET');
  });

  it('never sees the settings files of a developer', () => {
    expect(read('.dockerignore')).toEqual(
      expect.arrayContaining(['.ENV*', '.env*', '.azure', '.git', 'node_modules']),
    );
  });
});
