import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import ReactRefreshPlugin from '@pmmmwh/react-refresh-webpack-plugin';
import TerserPlugin from 'minimizer-webpack-plugin';
import webpack from 'webpack';
import { optionFiles } from './src/server/optionFiles.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const ASSETS = '/assets/';
const path = (...parts) => [root.replace(/[\\/]$/, ''), ...parts].join('/');

/** What the server's options add to the builds: the default exports of their `webpack.mjs` and `pages.mjs`. */
const pluginsOf = (name) =>
  Promise.all(optionFiles(name).map(async (file) => (await import(pathToFileURL(file).href)).default));
const optionPlugins = await pluginsOf('webpack.mjs');
const optionPagePlugins = await pluginsOf('pages.mjs');

/** Strips types. `npm run typecheck` checks them. */
function swc({ development = false, target }) {
  return {
    loader: 'swc-loader',
    options: {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        target,
        transform: { react: { runtime: 'automatic', development, refresh: development } },
      },
    },
  };
}

/** Makes class names of `*.module.css` unique. A view imports them as the default export. */
function css({ development }) {
  return {
    // Custom properties keep their names: the theme defines them in another file.
    parser: { 'css/auto': { namedExports: false, dashedIdents: false } },
    generator: {
      'css/auto': {
        exportsConvention: 'as-is',
        localIdentName: development ? '[name]__[local]' : '[hash:base64:6]',
      },
    },
  };
}

/** @returns {import('webpack').FileCacheOptions} */
function cache(name) {
  return {
    type: 'filesystem',
    name,
    cacheDirectory: path('.cache/webpack'),
    buildDependencies: {
      config: [fileURLToPath(import.meta.url), ...optionFiles('webpack.mjs'), ...optionFiles('pages.mjs')],
    },
  };
}

/** Writes a page from its template: without comments, and with the tag of `__STYLES__` or `__SCRIPTS__` for each file. */
export class PagePlugin {
  /** @param {string} entry @param {string} template */
  constructor(entry, template, filename = `${entry}.html`) {
    Object.assign(this, { entry, template, filename });
  }

  /** @param {import('webpack').Compiler} compiler */
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('PagePlugin', (compilation) => {
      compilation.fileDependencies.add(this.template);
      // After the names of the files are final.
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER;
      compilation.hooks.processAssets.tap({ name: 'PagePlugin', stage }, () => {
        const files = (compilation.entrypoints.get(this.entry)?.getFiles() ?? [])
          .filter((file) => compilation.getAsset(file)?.info.hotModuleReplacement !== true)
          .map((file) => `${ASSETS}${file}`);
        const tags = (tag, mark, extension) =>
          files
            .filter((file) => file.endsWith(extension))
            .map((file) => tag.replace(mark, file))
            .join('');
        const page = readFileSync(this.template, 'utf8')
          .replace(/\s*<!--.*?-->/gsu, '')
          .replace(/^.*__STYLES__.*\n/mu, (tag) => tags(tag, '__STYLES__', '.css'))
          .replace(/^.*__SCRIPTS__.*\n/mu, (tag) => tags(tag, '__SCRIPTS__', '.js'));
        // Outside the assets folder: the server fills in the settings and serves the pages.
        compilation.emitAsset(`../${this.filename}`, new sources.RawSource(page));
      });
    });
  }
}

/** Adds `.gz` and `.br` files, which the server sends to browsers that accept them. */
export class CompressPlugin {
  /** @param {import('webpack').Compiler} compiler */
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    const formats = { gz: promisify(gzip), br: promisify(brotliCompress) };
    compiler.hooks.thisCompilation.tap('CompressPlugin', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER;
      compilation.hooks.processAssets.tapPromise({ name: 'CompressPlugin', stage }, async (assets) => {
        for (const [name, asset] of Object.entries(assets)) {
          if (!/\.(?:js|css)$/u.test(name)) continue;
          const content = asset.buffer();
          for (const [extension, compress] of Object.entries(formats)) {
            // 9 is the best level of gzip. Brotli's default is its best.
            const compressed = await compress(content, extension === 'gz' ? { level: 9 } : {});
            if (compressed.length < content.length)
              compilation.emitAsset(`${name}.${extension}`, new sources.RawSource(compressed));
          }
        }
      });
    });
  }
}

/**
 * Makes Chromium and WebView2 compile the whole pane while it loads, on another thread (V8's "Explicit compile hints").
 * Otherwise, the main thread compiles each function when it is called first.
 */
const compileInBackground = new webpack.BannerPlugin({
  banner: '//# allFunctionsCalledOnLoad',
  raw: true,
  test: /^taskpane\..*\.js$/,
  // The minifier would remove it.
  stage: webpack.Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE + 1,
});

/**
 * Pane, dialog and bridge. `output` is the server's PUBLIC_DIR.
 * @param {{ development: boolean, output: string }} options
 * @returns {import('webpack').Configuration}
 */
export function pages({ development, output }) {
  return {
    name: 'pages',
    mode: development ? 'development' : 'production',
    // Without eval, which the pages' content security policy forbids, also in development.
    devtool: development ? 'cheap-module-source-map' : false,
    target: ['web', 'es2022'],
    entry: {
      taskpane: path('src/taskpane/main.tsx'),
      dialog: path('src/dialog/dialog.ts'),
      bridge: path('src/dialog/bridge.ts'),
    },
    output: {
      path: `${output}/assets`,
      publicPath: ASSETS,
      filename: development ? '[name].js' : '[name].[contenthash].js',
      chunkFilename: development ? '[name].js' : '[name].[contenthash].js',
      cssFilename: development ? '[name].css' : '[name].[contenthash].css',
      assetModuleFilename: '[name].[contenthash][ext]',
      clean: true,
    },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          include: path('src'),
          use: swc({ development, target: 'es2022' }),
        },
      ],
      ...css({ development }),
    },
    experiments: { css: true },
    optimization: {
      minimizer: [
        new TerserPlugin({
          minify: TerserPlugin.swcMinify,
          terserOptions: { ecma: 2022, compress: { passes: 3 } },
        }),
      ],
    },
    plugins: [
      ...optionPagePlugins,
      new PagePlugin('taskpane', path('src/taskpane/taskpane.html')),
      new PagePlugin('dialog', path('src/dialog/dialog.html')),
      new PagePlugin('bridge', path('src/dialog/bridge.html')),
      ...(development
        ? [new ReactRefreshPlugin({ overlay: false })]
        : [compileInBackground, new CompressPlugin()]),
    ],
    performance: { hints: false },
    cache: cache(development ? 'pages-development' : 'pages'),
    infrastructureLogging: { level: 'warn' },
    stats: 'errors-warnings',
  };
}

/**
 * One file that runs in an otherwise empty folder: `node dist/server.js`.
 * @param {{ output: string }} options
 * @returns {import('webpack').Configuration}
 */
export function server({ output }) {
  return {
    name: 'server',
    mode: 'production',
    devtool: 'source-map',
    target: 'node20',
    plugins: optionPlugins,
    entry: { server: path('src/server/main.ts') },
    output: {
      path: output,
      filename: '[name].js',
      module: true,
      chunkFormat: 'module',
      library: { type: 'module' },
    },
    experiments: { outputModule: true },
    // Keep the run-time value: the server finds PUBLIC_DIR relative to its file.
    node: { __dirname: false, __filename: false },
    module: {
      parser: { javascript: { importMeta: false } },
      rules: [{ test: /\.ts$/, include: path('src'), use: swc({ target: 'es2023' }) }],
    },
    optimization: {
      // Lazily loaded code (telemetry) becomes one named file instead of many numbered ones.
      splitChunks: false,
      // Reading and compiling a small file starts the server faster. Names stay readable in logs.
      minimizer: [
        new TerserPlugin({
          minify: TerserPlugin.swcMinify,
          extractComments: false,
          terserOptions: {
            ecma: 2023,
            format: { comments: 'some' },
            mangle: { keep_fnames: true, keep_classnames: true },
            compress: { keep_fnames: true, keep_classnames: true },
          },
        }),
      ],
    },
    // Express can load template engines by name, which this server does not use.
    ignoreWarnings: [{ module: /express[\\/]lib[\\/]view/ }],
    performance: { hints: false },
    cache: cache('server'),
    stats: 'errors-warnings',
  };
}

export default (_env, { mode }) => {
  const development = mode === 'development';
  return development
    ? pages({ development, output: path('.cache/public') })
    : [pages({ development, output: path('dist/public') }), server({ output: path('dist') })];
};
