import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { settingNames } from '../../src/server/serverConfig.ts';

/** Tests build no image, so these check what an edit could break unnoticed. */

const root = resolve(import.meta.dirname, '../..');
const read = (name: string) =>
  readFileSync(resolve(root, name), 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'));
const lines = read('Dockerfile');
const final = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));

describe('the image', () => {
  it('does not run as root, nor in a shell that swallows signals', () => {
    expect(final).toContain('USER node');
    expect(final.at(-1)).toBe('CMD ["node", "server.js"]');
  });

  it('copies only what the server reads from the build, without source maps and manifests', () => {
    const copied = final.filter((line) => line.startsWith('COPY ')).flatMap((line) => line.split(' '));
    // For its content, see site.test.ts.
    expect(copied.filter((word) => word.startsWith('/src/'))).toEqual(['/src/dist/site']);
  });

  it('sets only settings that the server knows, and no secret', () => {
    const set = final.filter((line) => line.startsWith('ENV ')).join(' ');
    const names = [...set.matchAll(/([A-Z_]+)=/g)].map((match) => match[1]);
    expect(settingNames).toEqual(expect.arrayContaining(names));
    expect(names).not.toContain('CLIENT_SECRET');
  });

  it("excludes a developer's .ENV files", () => {
    expect(read('.dockerignore')).toEqual(
      expect.arrayContaining(['.ENV*', '.env*', '.azure', '.git', 'node_modules']),
    );
  });
});
