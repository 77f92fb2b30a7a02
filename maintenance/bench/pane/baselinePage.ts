import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
  const { CompressPlugin, PagePlugin, pages } = await import('../../../webpack.config.js');
  const folders = { alone: join(folder, 'alone'), withOffice: join(folder, 'office') };
  const { module = {}, plugins: _, ...pane } = pages({ development: false, output: folders.withOffice });
  await compile([
    {
      ...pane,
      entry: { baseline: here('baseline.tsx') },
      module: { rules: [{ ...scriptRule(module.rules), include: here('') }] },
      plugins: [new PagePlugin('baseline', here('baseline.html'), 'taskpane.html'), new CompressPlugin()],
      cache: false,
    },
  ]);
  await cp(folders.withOffice, folders.alone, { recursive: true });
  const page = join(folders.alone, 'taskpane.html');
  await writeFile(page, (await readFile(page, 'utf8')).replace(/^.*__OFFICE_JS_URL__.*\n/mu, ''));
  return folders;
}

function scriptRule(rules: NonNullable<Configuration['module']>['rules']): RuleSetRule {
  const script = rules?.[0];
  if (typeof script !== 'object' || !script) throw new Error('webpack.config.js has no rule for scripts.');
  return script;
}
