/** Builds dist/: tsc compiles the modules, esbuild bundles the host page and the prelude. Run by prepack. */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { register } from 'tsx/esm/api';

process.chdir(import.meta.dirname);
rmSync('dist', { recursive: true, force: true });

const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
chmodSync('dist/cli.js', 0o755);

register();
const { ASSET_FILES } = await import('./src/office/assets.ts');
const { bundleAssets, thirdPartyLicenses } = await import('./src/office/bundle.ts');
mkdirSync('dist/office/assets', { recursive: true });
for (const [name, text] of Object.entries(await bundleAssets({ minify: true }))) {
  writeFileSync(`dist/office/assets/${ASSET_FILES[name]}`, text);
}
writeFileSync('dist/THIRD-PARTY-LICENSES.txt', await thirdPartyLicenses());
cpSync('src/apiCoverage/coverage.json', 'dist/apiCoverage/coverage.json');
cpSync('src/azure/bin', 'dist/azure/bin', { recursive: true });
