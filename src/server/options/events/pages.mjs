import { join } from 'node:path';

const NAME = 'EventsPlugin';
const FOLDER = join(import.meta.dirname, '../../../events');

/** The server fills in the address of office.js. */
const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Events</title>
    <script src="__OFFICE_JS_URL__"></script>
    <script src="/events.js"></script>
  </head>
  <body></body>
</html>
`;

/** Webpack plugin: builds the handlers of Outlook's events into one file with a fixed address, and writes their page. */
class EventsPlugin {
  /** @param {import('webpack').Compiler} compiler */
  apply(compiler) {
    const { Compilation, EntryPlugin, sources } = compiler.webpack;
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
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONS;
      compilation.hooks.processAssets.tap({ name: NAME, stage }, () => {
        compilation.emitAsset('../events.html', new sources.RawSource(PAGE));
        // Keeps the minimizer, which writes ES2022, away from the script.
        compilation.updateAsset('../events.js', (script) => script, { minimized: true });
      });
    });
  }
}

export default new EventsPlugin();
