import { dropBlock } from '../edit/dropBlock.ts';
import { dropLinks, dropWords } from '../edit/markdown.ts';
import { removals, type Removal } from './parts.ts';

/** Contents by path, with forward slashes. */
export type Files = ReadonlyMap<string, Buffer>;

interface PackageJson {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** Returns the removals for what is left out, in order. */
export function removalsFor(leftOut: ReadonlySet<string>): Removal[] {
  return removals.filter(({ without }) => without.every((part) => leftOut.has(part)));
}

/**
 * Returns the files without what is left out.
 * @throws Error that names what the list has and the starter has not
 */
export function applyRemovals(
  files: Files,
  chosen: readonly Removal[],
  places: Readonly<Record<string, string>>,
): Map<string, Buffer> {
  const result = new Map(files);
  const missing: string[] = [];
  for (const { without, paths = [] } of chosen) {
    for (const path of paths) {
      const gone = [...result.keys()].filter((file) => isAt(file, path));
      // The packed template doesn't contain folders that no project gets.
      const isPacked = without.length === 0 && path.endsWith('/');
      if (!isPacked && ![...files.keys()].some((file) => isAt(file, path))) missing.push(path);
      for (const file of gone) result.delete(file);
    }
  }
  const edit = (file: string, what: string, change: (text: string) => string | undefined) => {
    const text = result.get(file)?.toString();
    if (text === undefined) {
      if (!files.has(file)) missing.push(file);
      return;
    }
    const changed = change(text);
    if (changed === undefined) missing.push(`${file}: ${what}`);
    else result.set(file, Buffer.from(changed));
  };
  for (const { lines = {}, texts = {} } of chosen) {
    for (const [file, starts] of Object.entries(lines))
      for (const line of starts) edit(file, line, (text) => dropBlock(text, line));
    for (const [file, pairs] of Object.entries(texts)) {
      for (const [old, text] of pairs) {
        const put = text.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => places[name] ?? whole);
        edit(file, old, (before) => replaced(before, old, put));
      }
    }
  }
  for (const folder of new Set(chosen.flatMap(({ orphans = [] }) => orphans))) dropOrphans(result, folder);
  if (missing.length > 0)
    throw new Error(
      `src/template/parts.ts names what the starter does not have:\n${missing.map((one) => `  ${one}`).join('\n')}`,
    );
  return withPages(withComments(withPackage(result, chosen)), chosen);
}

/** Deletes the files of a folder that no file imports, and the tests that import a file which is gone. */
function dropOrphans(files: Map<string, Buffer>, folder: string): void {
  const isTest = (path: string) => /\.(?:test|spec)\.tsx?$/u.test(path);
  for (;;) {
    const imported = new Map([...files].map(([path, text]) => [path, importsOf(path, text)]));
    // What ships is not kept for the sake of its tests.
    const importedBy = (importer: (path: string) => boolean) =>
      new Set([...imported].flatMap(([path, targets]) => (importer(path) ? targets : [])));
    const used = folder.startsWith('src/')
      ? importedBy((path) => path.startsWith('src/') && !isTest(path))
      : importedBy(() => true);
    const gone = [...files.keys()].filter(
      (path) =>
        path.startsWith(folder) &&
        (isTest(path) ? imported.get(path)?.some((target) => !files.has(target)) : !used.has(path)),
    );
    if (gone.length === 0) return;
    for (const path of gone) files.delete(path);
  }
}

/** Returns the paths that a module's relative imports lead to. */
function importsOf(path: string, content: Buffer): string[] {
  if (!/\.(?:ts|tsx|mjs|js)$/u.test(path)) return [];
  return [...content.toString().matchAll(/(?:from |import |import\()'(?<target>\.[^']+)'/gu)].map(
    ({ groups }) => new URL(groups?.['target'] ?? '', `https://project/${path}`).pathname.slice(1),
  );
}

/** An empty text also takes one comma of the list that it was in. */
function replaced(before: string, old: string, text: string): string | undefined {
  const whole = text === '' ? [`${old}, `, `, ${old}`, old].find((each) => before.includes(each)) : old;
  return whole !== undefined && before.includes(whole) ? before.replaceAll(whole, () => text) : undefined;
}

function isAt(file: string, path: string): boolean {
  return path.endsWith('/') ? file.startsWith(path) : file === path;
}

function withPackage(files: Map<string, Buffer>, chosen: readonly Removal[]): Map<string, Buffer> {
  const manifest = JSON.parse(files.get('package.json')?.toString() ?? '{}') as PackageJson;
  const without = (entries: Readonly<Record<string, string>>, names: readonly string[]) =>
    Object.fromEntries(Object.entries(entries).filter(([name]) => !names.includes(name)));
  const packages = chosen.flatMap((removal) => removal.packages ?? []);
  const scripts = chosen.flatMap((removal) => removal.scripts ?? []);
  const known = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.scripts };
  const unknown = [...packages, ...scripts].filter((name) => known[name] === undefined);
  if (unknown.length > 0)
    throw new Error(`src/template/parts.ts names what package.json does not have: ${unknown.join(', ')}`);
  const changed = {
    ...manifest,
    scripts: without(manifest.scripts, scripts),
    dependencies: without(manifest.dependencies, packages),
    devDependencies: without(manifest.devDependencies, packages),
  };
  return files.set('package.json', Buffer.from(`${JSON.stringify(changed, null, 2)}\n`));
}

/** The pages of the documentation: without the parts, then without dead links, then without this repository's own matters. */
function withPages(files: Map<string, Buffer>, chosen: readonly Removal[]): Map<string, Buffer> {
  const wordsOf = (always: boolean) =>
    chosen.flatMap(({ without, words = [] }) => ((without.length === 0) === always ? words : []));
  for (const [file, content] of files) {
    if (!file.endsWith('.md')) continue;
    const page = wordsOf(false).reduce((text, words) => dropWords(text, words), content.toString());
    const linked = dropLinks(page, (target) => leadsTo(files, targetOf(file, target)));
    files.set(file, Buffer.from(wordsOf(true).reduce((text, words) => dropWords(text, words), linked)));
  }
  return files;
}

/** Comments do not refer to pages that the project does not have. */
function withComments(files: Map<string, Buffer>): Map<string, Buffer> {
  for (const [file, content] of files) {
    if (!/\.(?:ts|tsx|css|js|mjs)$/u.test(file)) continue;
    const text = content
      .toString()
      .replace(/(?: \(|: |, see )(?<page>docs\/[\w./-]+\.md)(?:#[\w-]+)?\)?/gu, (whole, page: string) =>
        files.has(page) ? whole : '',
      );
    files.set(file, Buffer.from(text));
  }
  return files;
}

function leadsTo(files: Files, path: string): boolean {
  return path.endsWith('/') ? [...files.keys()].some((file) => file.startsWith(path)) : files.has(path);
}

/** Returns the path of a relative link, without its anchor. */
function targetOf(page: string, target: string): string {
  const { pathname } = new URL(target, `https://project/${page}`);
  return decodeURIComponent(pathname.slice(1));
}
