import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** docs/security.md promises tests by name: each must be there. */

const project = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(project, 'docs', 'security.md'), 'utf8');

interface Proof {
  readonly file: string;
  readonly name: string;
}

/** `file`: "name", "name" */
const PROOF = /`(?<file>[\w./-]+\.ts)`:\s+(?<names>"[^"]+"(?:,\s+"[^"]+")*)/gu;
const proofs: Proof[] = [...page.matchAll(PROOF)].flatMap(({ groups }) =>
  [...(groups?.['names'] ?? '').matchAll(/"([^"]+)"/gu)].map(([, name]) => ({
    file: groups?.['file'] ?? '',
    name: (name ?? '').replaceAll(/\s+/gu, ' '),
  })),
);

/** A text between quotation marks of any kind. */
function quotes(source: string, name: string): boolean {
  const plain = source.replaceAll("\\'", "'");
  return ["'", '"', '`'].some((mark) => plain.includes(`${mark}${name}${mark}`));
}

/** A project may have removed an option together with its tests. */
function isOfRemovedOption(file: string): boolean {
  const folder = /^src\/\w+\/options\/\w+/u.exec(file)?.[0];
  return folder !== undefined && !existsSync(join(project, folder));
}

describe('docs/security.md', () => {
  it('is read as it is written', () => {
    expect(proofs.length).toBeGreaterThan(60);
    const attempts = page
      .slice(0, page.indexOf('## OWASP'))
      .split('\n')
      .filter((line) => line.startsWith('| '));
    const without = attempts.filter((line) => !/^\| (?:attack|---)/u.test(line) && !/: "/u.test(line));
    expect(without).toEqual([]);
  });

  it.each(proofs.filter(({ file }) => !isOfRemovedOption(file)))('$file has "$name"', ({ file, name }) => {
    expect(existsSync(join(project, file))).toBe(true);
    expect(quotes(readFileSync(join(project, file), 'utf8'), name)).toBe(true);
  });
});
