// @module-tag full
import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zones } from '../../oxlint.config.js';
import { project } from './projectFiles.ts';

/** A folder with the configuration of the lint, the folders that it names, and one file for each import to check. */
const folder = mkdtempSync(join(tmpdir(), 'import-rules-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Messages about imports, by file. */
const messages = new Map<string, string[]>();
const imports = new Map<string, string>();

/** Adds a file with one import. Returns its path. The file name is unique. */
function importing(parent: string, specifier: string, name = `example${imports.size}.ts`): string {
  const path = `${parent}/${name}`;
  imports.set(path, `import '${specifier}';\n`);
  return path;
}

/** Returns an import that the pattern matches. */
const example = (pattern: string) =>
  pattern
    .replace(/^\*\*\//u, '../../')
    .replace(/\*\*$/u, 'example.js')
    .replaceAll('*', 'example');

const seeds = zones.flatMap(({ folder: zone, forbids }) =>
  forbids.map((pattern) => {
    const specifier = example(pattern);
    return {
      zone,
      specifier,
      files: [importing(zone, specifier), importing(`${zone}/deeper`, specifier)],
    };
  }),
);
const own = zones.map(({ folder: zone }) => importing(zone, './other.js'));
const exceptions = {
  msalNode: importing('src/server/graph', '@azure/msal-node', 'onBehalfOf.ts'),
  msalNodeElsewhere: importing('src/server/graph', '@azure/msal-node'),
  msalBrowser: importing('src/dialog', '@azure/msal-browser'),
  parts: importing('src/taskpane/app', '../features/files/index.tsx', 'parts.ts'),
  test: importing('src/server', '../../tests/server/testServer.ts', 'example.test.ts'),
};
const cycle = [
  importing('src/contract', './two.ts', 'one.ts'),
  importing('src/contract', './one.ts', 'two.ts'),
];

beforeAll(async () => {
  cpSync(join(project, 'oxlint.config.js'), join(folder, 'oxlint.config.js'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'tsconfig.json'), '{}');
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const [path, text] of imports) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const lint = join(project, 'node_modules/oxlint/bin/oxlint');
  // It exits with 1, because it finds problems.
  const output = await new Promise<string>((done) =>
    execFile(
      process.execPath,
      [lint, '-c', 'oxlint.config.js', '-f', 'json', 'src', 'packages', 'maintenance', 'tests', 'infra'],
      { cwd: folder, maxBuffer: 1e8 },
      (_error, stdout) => done(stdout),
    ),
  );
  const { diagnostics } = JSON.parse(output) as {
    diagnostics: { filename: string; message: string; help?: string }[];
  };
  for (const { filename, message, help = '' } of diagnostics) {
    const path = filename.replaceAll('\\', '/');
    messages.set(path, [...(messages.get(path) ?? []), `${message} ${help}`]);
  }
});

const messagesFor = (path: string) => (messages.get(path) ?? []).join('\n');

describe('the zones of oxlint.config.js', () => {
  it.each(seeds)('$zone must not import $specifier', ({ files }) => {
    for (const file of files) expect(messagesFor(file)).toContain('must not import it');
  });

  it('let a folder import its own files', () => {
    expect(own.map(messagesFor).join('')).not.toContain('must not import it');
  });

  it('except only the files that they name, and tests', () => {
    for (const file of [exceptions.msalNode, exceptions.msalBrowser, exceptions.parts, exceptions.test])
      expect(messagesFor(file)).not.toContain('must not import it');
    expect(messagesFor(exceptions.msalNodeElsewhere)).toContain('must not import it');
  });

  it.each(['.', 'src', 'src/taskpane', 'src/server', 'packages'])('cover every folder of %s', (parent) => {
    const ignored = new Set(['assets', 'docs', 'dist', 'node_modules', 'publish', 'test-results', 'vendor']);
    const folders = readdirSync(join(project, parent), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !ignored.has(entry.name))
      .map(({ name }) => join(parent, name).replaceAll('\\', '/'));
    const named = new Set(zones.map(({ folder: zone }) => zone));
    const isCovered = (path: string) =>
      named.has(path) || [...named].some((zone) => zone.startsWith(`${path}/`));
    expect(folders.filter((path) => !isCovered(path))).toEqual([]);
  });

  it('name packages and folders of the starter that exist', () => {
    const optional = /options|features|create-office-addin-sso/u;
    const missing = zones.filter(
      ({ folder: zone }) => !optional.test(zone) && !existsSync(join(project, zone)),
    );
    expect(missing).toEqual([]);
  });
});

it('reports circular imports', () => {
  for (const file of cycle) expect(messagesFor(file)).toContain('cycle');
});
