import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import ts from 'typescript';

const FOLDERS = ['src', 'tests', 'packages', 'maintenance', 'infra'];
const SOURCE = /\.(?:tsx?|m?js)$/u;
const GENERATED = /(?:^|\/)(?:node_modules|dist|template|vendor)\//u;

const slashes = (path) => path.split(sep).join('/');

/** Returns the source files of a project: paths relative to its folder. */
function sourceFiles(root) {
  const files = FOLDERS.filter((folder) => existsSync(join(root, folder))).flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      slashes(join(folder, file)),
    ),
  );
  return files.filter((file) => SOURCE.test(file) && !GENERATED.test(file));
}

/** Returns the files that a file imports, without types and dynamic imports. Imports name extensions here. */
function importsOf(root, file) {
  const { statements } = ts.createSourceFile(
    file,
    readFileSync(join(root, file), 'utf8'),
    ts.ScriptTarget.ESNext,
  );
  return statements.flatMap((statement) => {
    const isImport = ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement);
    if (!isImport || statement.isTypeOnly || statement.importClause?.isTypeOnly) return [];
    const specifier = statement.moduleSpecifier?.text ?? '';
    return specifier.startsWith('.') ? [posix.join(posix.dirname(file), specifier)] : [];
  });
}

/** Returns the files that each source file of a project imports. */
export const readImports = (root) => new Map(sourceFiles(root).map((file) => [file, importsOf(root, file)]));

/**
 * Returns the shortest chain of imports from one file to another, both included; undefined if there is none.
 * @param {ReadonlyMap<string, readonly string[]>} imports
 * @param {string} from
 * @param {string} to
 * @returns {string[] | undefined}
 */
export function chain(imports, from, to) {
  const chains = [[from]];
  const seen = new Set([from]);
  for (const path of chains) {
    const file = path.at(-1);
    if (file === to) return path;
    for (const next of imports.get(file) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      chains.push([...path, next]);
    }
  }
  return undefined;
}

/** Read once for each run of the lint. */
let known;

/** ESLint rule: reports circular imports. Type imports and dynamic imports are not checked. */
export const noCycles = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    known ??= readImports(context.cwd);
    const file = slashes(relative(context.cwd, context.filename));
    const check = (node) => {
      const specifier = node.source?.value;
      if (!specifier?.startsWith('.') || node.importKind === 'type' || node.exportKind === 'type') return;
      const target = slashes(relative(context.cwd, resolve(dirname(context.filename), specifier)));
      const back = chain(known, target, file);
      if (back) context.report({ node, message: `Circular import: ${[file, ...back].join(' → ')}` });
    };
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check };
  },
};
