import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../nodeProcess.ts';
import { themeCss, tokensUsed } from './themeCss.ts';

const read = () => readFile(join(ROOT, 'src/taskpane/theme/theme.css'), 'utf8');

it('theme.css is what brand.ts says: run `node scripts/run.mjs theme` after a change', async () => {
  const css = await read();
  const names = [...css.matchAll(/^ {2}--(\w+):/gm)].map(([, name]) => name ?? '');
  expect(css).toBe(themeCss([...new Set(names)].sort()));
});

it('finds the tokens of Fluent in a script, each once, and nothing else', () => {
  expect(
    tokensUsed('a{color:var(--colorNeutralForeground1)} var(--colorNeutralForeground1) var(--own)'),
  ).toEqual(['colorNeutralForeground1']);
});
