import { fileURLToPath, pathToFileURL } from 'node:url';
import ReactRefreshPlugin from '@pmmmwh/react-refresh-webpack-plugin';
import CompressionPlugin from 'compression-webpack-plugin';
import HtmlWebpackPlugin from 'html-webpack-plugin';
import MiniCssExtractPlugin from 'mini-css-extract-plugin';
import TerserPlugin from 'terser-webpack-plugin';
import webpack from 'webpack';
import { optionFiles } from './src/server/optionFiles.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
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

/** Makes class names of `*.module.css` unique. A view imports them by name. */
function css({ development }) {
  return {
    loader: 'css-loader',
    options: {
      modules: {
        auto: true,
        namedExport: false,
        exportLocalsConvention: 'as-is',
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

function page(filename, template, chunks) {
  return new HtmlWebpackPlugin({
    // Outside the assets folder: the server fills in the settings and serves the pages.
    filename: `../${filename}`,
    template: path(template),
    chunks,
    chunksSortMode: 'manual',
    inject: false,
  });
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
      publicPath: '/assets/',
      filename: development ? '[name].js' : '[name].[contenthash].js',
      chunkFilename: development ? '[name].js' : '[name].[contenthash].js',
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
        { test: /\.css$/, use: [MiniCssExtractPlugin.loader, css({ development })] },
      ],
    },
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
      new MiniCssExtractPlugin({ filename: development ? '[name].css' : '[name].[contenthash].css' }),
      page('taskpane.html', 'src/taskpane/taskpane.html', ['taskpane']),
      page('dialog.html', 'src/dialog/dialog.html', ['dialog']),
      page('bridge.html', 'src/dialog/bridge.html', ['bridge']),
      ...(development
        ? [new ReactRefreshPlugin({ overlay: false })]
        : [
            compileInBackground,
            new CompressionPlugin({ algorithm: 'gzip', include: /\.(js|css)$/, minRatio: 1 }),
            new CompressionPlugin({
              algorithm: 'brotliCompress',
              filename: '[path][base].br',
              include: /\.(js|css)$/,
              minRatio: 1,
            }),
          ]),
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
    // Lazily loaded code (telemetry) becomes one named file instead of many numbered ones.
    optimization: { minimize: false, splitChunks: false },
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
