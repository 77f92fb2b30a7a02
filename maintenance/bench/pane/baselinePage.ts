import { cp, rename } from 'node:fs/promises';
import { join } from 'node:path';
import CompressionPlugin from 'compression-webpack-plugin';
import HtmlWebpackPlugin from 'html-webpack-plugin';
import type { Configuration, RuleSetRule } from 'webpack';
import { compile } from 'office-addin-tools';

/** Folders for the server's PUBLIC_DIR. */
export interface BaselineFolders {
  /** React and Fluent only. */
  readonly alone: string;
  /** The same with office.js, which every add-in needs. */
  readonly withOffice: string;
}

const here = (name: string) => join(import.meta.dirname, 'baseline', name);

/** Builds the baseline like the pane: same minifier, same compression, one script. */
export async function buildBaseline(folder: string): Promise<BaselineFolders> {
  const { pages } = await import('../../../webpack.config.js');
  const folders = { alone: join(folder, 'alone'), withOffice: join(folder, 'office') };
  const { module = {}, plugins = [], ...pane } = pages({ development: false, output: folders.alone });
  const html = (filename: string, office: boolean) =>
    new HtmlWebpackPlugin({
      filename: `../${filename}`,
      template: here('baseline.html'),
      inject: false,
      office,
    });
  await compile([
    {
      ...pane,
      entry: { baseline: here('baseline.tsx') },
      module: { rules: [{ ...scriptRule(module.rules), include: here('') }] },
      plugins: [
        html('taskpane.html', false),
        html('office.html', true),
        ...plugins.filter((plugin) => plugin instanceof CompressionPlugin),
      ],
      cache: false,
    },
  ]);
  await cp(folders.alone, folders.withOffice, { recursive: true });
  await rename(join(folders.withOffice, 'office.html'), join(folders.withOffice, 'taskpane.html'));
  return folders;
}

function scriptRule(rules: NonNullable<Configuration['module']>['rules']): RuleSetRule {
  const script = rules?.[0];
  if (typeof script !== 'object' || !script) throw new Error('webpack.config.js has no rule for scripts.');
  return script;
}
