import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DIST } from './build.ts';
import { ROOT } from './nodeProcess.ts';
import { themeCss, tokensUsed } from './theme/themeCss.ts';

/**
 * `node scripts/run.mjs theme`: writes src/taskpane/theme/theme.css anew, from the colours in brand.ts and the tokens
 * that the built pane uses. Build first; a test says when it is due.
 */
export async function main(): Promise<void> {
  await writeFile(join(ROOT, 'src/taskpane/theme/theme.css'), themeCss(await builtTokens()));
}

/** Names of the tokens in the built scripts, sorted. */
export async function builtTokens(): Promise<string[]> {
  const assets = join(DIST, 'public', 'assets');
  const names = (await readdir(assets)).filter((name) => name.endsWith('.js'));
  const texts = await Promise.all(names.map((name) => readFile(join(assets, name), 'utf8')));
  return tokensUsed(texts.join('\n'));
}
