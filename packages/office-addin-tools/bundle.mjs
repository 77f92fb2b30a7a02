/**
 * Adds to dist/ what this package uses of office-addin-sso and @microsoft/app-manifest: one module with its scripts, and
 * schemas. As dependencies they would install 130 packages, such as a second Express, for commands that nothing here runs.
 */
import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

process.chdir(import.meta.dirname);
const require = createRequire(import.meta.url);
const registration = 'dist/registration';

const { metafile } = await build({
  entryPoints: ['src/registration/officeAddinSso.ts'],
  outfile: `${registration}/officeAddinSso.js`,
  allowOverwrite: true,
  bundle: true,
  metafile: true,
  platform: 'node',
  target: 'node20.20',
  format: 'esm',
  // The package is CommonJS, and finds its scripts relative to its file.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url), __dirname = import.meta.dirname;",
  },
  logLevel: 'warning',
});
const sso = dirname(require.resolve('office-addin-sso/package.json'));
cpSync(join(sso, 'lib/scripts'), `${registration}/scripts`, { recursive: true });

const schemas = dirname(require.resolve('@microsoft/app-manifest/package.json'));
cpSync(join(schemas, 'build/json-schemas/teams'), 'dist/manifest/unified/schemas', { recursive: true });

const bundled = Object.keys(metafile.inputs).map(
  (file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(file)?.[0],
);
const folders = new Set([...bundled.filter((folder) => folder !== undefined), schemas]);
writeFileSync('dist/THIRD-PARTY-LICENSES.txt', [...folders].map(license).join('\n\n'));

function license(folder) {
  const { name, version, license: id } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/iu.test(entry));
  const text = file && existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : '';
  return `${name} ${version} (${id})\n\n${text}`.trim();
}
