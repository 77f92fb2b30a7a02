import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const NAME = 'EventsPlugin';
const FOLDER = join(import.meta.dirname, '../../../events');

/** Webpack plugin: builds the handlers of Outlook's events into one file with a fixed address, and copies their page. */
class EventsPlugin {
  /** @param {import('webpack').Compiler} compiler */
  apply(compiler) {
    const { EntryPlugin, sources } = compiler.webpack;
    const entry = { name: 'events', filename: '../events.js' };
    new EntryPlugin(compiler.context, join(FOLDER, 'events.ts'), entry).apply(compiler);
    compiler.options.module.rules.push({
      test: /\.ts$/,
      include: FOLDER,
      enforce: 'post',
      // Classic Outlook on Windows runs the file in a runtime for ES2016.
      use: { loader: 'swc-loader', options: { jsc: { target: 'es2016' } } },
    });
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      compilation.hooks.processAssets.tap(NAME, () => {
        const page = join(FOLDER, 'events.html');
        compilation.fileDependencies.add(page);
        compilation.emitAsset('../events.html', new sources.RawSource(readFileSync(page)));
      });
    });
  }
}

export default new EventsPlugin();
