/** Builds dist/ (one file), template.zip and vendor/. Run by prepack. */
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { register } from 'tsx/esm/api';

process.chdir(import.meta.dirname);
for (const made of ['dist', 'vendor', 'template.zip']) rmSync(made, { recursive: true, force: true });

await build({
  entryPoints: ['src/cli.ts'],
  outfile: 'dist/cli.js',
  bundle: true,
  platform: 'node',
  target: 'node20.20',
  format: 'esm',
  minifySyntax: true,
  // Some dependencies are CommonJS and call require.
  banner: {
    js: "#!/usr/bin/env node\nimport { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
chmodSync('dist/cli.js', 0o755);

register();
const { packTemplate, readTemplate } = await import('./src/template/readTemplate.ts');
writeFileSync('template.zip', packTemplate(readTemplate()));

const { npm, packStaged, VENDORED } = await import('./src/tarballs.ts');
mkdirSync('vendor');
for (const name of VENDORED) {
  const folder = resolve('..', name);
  if (existsSync(folder)) await npm(folder, ['run', 'build']);
  await packStaged(folder, resolve('vendor'));
}
