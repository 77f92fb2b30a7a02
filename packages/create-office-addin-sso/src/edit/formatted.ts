import * as babel from 'prettier/plugins/babel';
import * as estree from 'prettier/plugins/estree';
import * as html from 'prettier/plugins/html';
import * as markdown from 'prettier/plugins/markdown';
import * as postcss from 'prettier/plugins/postcss';
import * as typescript from 'prettier/plugins/typescript';
import * as yaml from 'prettier/plugins/yaml';
import type { Options, Plugin } from 'prettier';
import { format } from 'prettier/standalone';

/** As in the starter's package.json and .editorconfig. */
const STYLE: Options = { printWidth: 110, singleQuote: true, trailingComma: 'all', endOfLine: 'lf' };
/** Generated files: in package.json, Prettier requires a pragma in them. */
const NOT_FORMATTED = ['package-lock.json', 'docs/errors.md', 'src/taskpane/app/theme/theme.css'];
const PARSERS: Readonly<Record<string, string>> = {
  css: 'css',
  html: 'html',
  js: 'babel',
  json: 'json',
  md: 'markdown',
  mjs: 'babel',
  ts: 'typescript',
  tsx: 'typescript',
  yaml: 'yaml',
  yml: 'yaml',
};
const plugins = [babel, estree, html, markdown, postcss, typescript, yaml] as Plugin[];

/** Returns the text in the starter's format; undefined for files that are not formatted. */
export async function formatted(path: string, text: string): Promise<string | undefined> {
  const parser = path.endsWith('package.json') ? 'json-stringify' : PARSERS[path.split('.').at(-1) ?? ''];
  if (parser === undefined || NOT_FORMATTED.includes(path)) return undefined;
  return await format(text, { ...STYLE, parser, plugins, filepath: path });
}
