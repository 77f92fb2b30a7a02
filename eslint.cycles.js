import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { buildSync } from 'esbuild';

const ROOT = import.meta.dirname;
const FOLDERS = ['src', 'tests', 'packages', 'maintenance', 'infra'];
const SOURCE = /\.(?:tsx?|m?js)$/u;
const GENERATED = /(?:^|\/)(?:node_modules|dist|fixtures)\//u;

const slashes = (path) => path.split(sep).join('/');

/** Returns the imports of every source file, without types and dynamic imports: paths relative to this folder. */
function readImports() {
  const files = FOLDERS.filter((folder) => existsSync(join(ROOT, folder))).flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      slashes(join(folder, file)),
    ),
  );
  const sources = files.filter((file) => SOURCE.test(file) && !GENERATED.test(file));
  const { metafile } = buildSync({
    stdin: { contents: sources.map((file) => `import './${file}';`).join('\n'), resolveDir: ROOT },
    absWorkingDir: ROOT,
    bundle: true,
    metafile: true,
    write: false,
    outfile: 'imports.js',
    format: 'esm',
    platform: 'node',
    packages: 'external',
    loader: { '.css': 'empty', '.json': 'empty' },
    logLevel: 'silent',
  });
  return new Map(
    Object.entries(metafile.inputs).map(([file, { imports }]) => [
      file,
      imports
        .filter(({ external, kind }) => !external && kind === 'import-statement')
        .map(({ path }) => path),
    ]),
  );
}

/** Returns the shortest chain of imports from one file to another, both included; undefined if there is none. */
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

let known;

/** ESLint rule: reports imports that lead back to the importing file. Types and dynamic imports may. */
export const noCycles = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    known ??= readImports();
    const file = slashes(relative(ROOT, context.filename));
    const check = (node) => {
      const specifier = node.source?.value;
      if (!specifier?.startsWith('.') || node.importKind === 'type' || node.exportKind === 'type') return;
      const target = slashes(relative(ROOT, resolve(dirname(context.filename), specifier)));
      const back = chain(known, target, file);
      if (back) context.report({ node, message: `Circular import: ${[file, ...back].join(' → ')}` });
    };
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check };
  },
};
