import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeNewDatabase, NEW_DATABASE, PGLITE } from './database/newDatabase.mjs';

const NAME = 'EmbeddedDatabasePlugin';

/** Webpack plugin: bundles the embedded database's thread, and puts the files that it reads next to the server. */
class EmbeddedDatabasePlugin {
  /** @param {import('webpack').Compiler} compiler */
  apply(compiler) {
    const { EntryPlugin, IgnorePlugin, sources } = compiler.webpack;
    const thread = join(import.meta.dirname, 'database/databaseThread.ts');
    new EntryPlugin(compiler.context, thread, { name: 'database' }).apply(compiler);
    // A native addition to pg, which does without it.
    new IgnorePlugin({ resourceRegExp: /^pg-native$/u }).apply(compiler);
    compiler.options.module.rules.push({
      // Keeps PGlite in one file, because it looks for its WebAssembly next to itself.
      test: /@electric-sql[\\/]pglite/,
      parser: { dynamicImportMode: 'eager', importMeta: false, url: false },
    });
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      compilation.hooks.processAssets.tapPromise(NAME, async () => {
        await makeNewDatabase();
        const emit = (/** @type {string} */ asset, /** @type {string} */ path) =>
          compilation.emitAsset(asset, new sources.RawSource(readFileSync(path)));
        emit('new-database.tar.gz', NEW_DATABASE);
        for (const file of ['pglite.wasm', 'pglite.data', 'initdb.wasm']) emit(file, join(PGLITE, file));
      });
    });
  }
}

export default new EmbeddedDatabasePlugin();
