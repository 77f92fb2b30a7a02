import { RECORD_FILE, type Answers } from '../answers.ts';
import type { Files } from './applyRemovals.ts';
import type { Application } from './parts.ts';
import type { Template } from './readTemplate.ts';

/** Files that a created project has and the starter has not, or has in another form. */

const STARTER_LICENSE = 'LICENSE-starter.txt';
const PRODUCTS: Readonly<Record<Application, string>> = {
  word: 'Word',
  excel: 'Excel',
  powerpoint: 'PowerPoint',
  outlook: 'Outlook',
};

export function addedFiles(answers: Answers, files: Files, template: Template): Map<string, Buffer> {
  const license = template.files.get('LICENSE')?.toString() ?? '';
  const texts: [string, string][] = [
    ['README.md', readme(answers, files)],
    ['CHANGELOG.md', '# Changelog\n\n## Unreleased\n'],
    ['.devcontainer/devcontainer.json', devContainer(answers)],
    // The MIT License of the starter asks for its notice in every copy.
    [STARTER_LICENSE, license],
    ...(answers.license === 'MIT' ? [['LICENSE', ownLicense(license, answers)] as [string, string]] : []),
  ];
  return new Map(texts.map(([path, text]) => [path, Buffer.from(text)]));
}

function ownLicense(starter: string, { year, holder }: Answers): string {
  return starter.replace(/^Copyright .*$/mu, () => `Copyright (c) ${year} ${holder}`);
}

function devContainer({ name }: Answers): string {
  return JSON.stringify({
    name,
    image: 'mcr.microsoft.com/devcontainers/typescript-node:22-bookworm',
    postCreateCommand: 'npm install',
    // The add-in, and the sandbox with its identity provider and its Graph.
    forwardPorts: [3000, 3001, 3002, 3003],
    customizations: {
      vscode: { extensions: ['oxc.oxc-vscode', 'esbenp.prettier-vscode', 'vitest.explorer'] },
    },
  });
}

function readme(answers: Answers, files: Files): string {
  const { name, applications, license } = answers;
  const products = applications.map((application) => PRODUCTS[application]);
  const rows: [change: string, path: string, page?: string][] = [
    ['the list and what it shows', 'src/taskpane/features/files/', 'docs/make-it-yours/graph-call.md'],
    ['pages of the pane', 'src/taskpane/app/parts.ts', 'docs/make-it-yours/page.md'],
    ['routes of the API', 'src/server/app.ts', 'docs/make-it-yours/api-route.md'],
    ['what goes into a document', 'src/taskpane/documents/'],
    ['texts', 'src/taskpane/strings/', 'docs/make-it-yours/language.md'],
    ['colors and icons', 'src/taskpane/app/theme/brand.ts', 'docs/make-it-yours/rename.md'],
    ['settings', '.ENV', 'docs/settings.md'],
    ['manifests', 'manifest.json', 'docs/manifests.md'],
    ['the app registration', 'npm run configure-sso', 'docs/register.md'],
    ['what runs in Azure', 'infra/', 'docs/deploy.md'],
  ];
  const has = (path: string) =>
    !path.includes('/') || path.startsWith('npm ')
      ? true
      : [...files.keys()].some((file) => file === path || file.startsWith(path));
  const table = rows
    .filter(([, path, page = '.ENV']) => has(path) && has(page))
    .map(([what, path, page]) => {
      const title = page === undefined ? '' : `[${page.split('/').at(-1) ?? ''}](${page})`;
      return `| ${what} | \`${path}\` | ${title} |`;
    });
  return `# ${escaped(name)}

An Office Add-in for ${listed(products)}, with single sign-on.

\`\`\`sh
npm install && npm start
\`\`\`

Opens the add-in in the sandbox, a local Microsoft 365. With an app registration (\`npm run configure-sso\`), it opens Office.

\`\`\`sh
npm test
\`\`\`

Checks types, lint, manifests, unit tests, the build, and the add-in in a real browser. Needs Node.js 22 or 24; 20.20 still works, but gets no security fixes.

## Where to change what

| to change | look in | read |
| --- | --- | --- |
${table.join('\n')}

[docs/architecture.md](docs/architecture.md) explains how the parts work together.

## Upgrade

\`npm run upgrade\` merges a newer version of the starter into this project, as Git merges a branch. Commit your work first; \`npm run upgrade -- --dry-run\` lists the files without changing them. \`${RECORD_FILE}\` records the version and your answers; \`vendor/\` contains the sandbox, the tools and the template as packages.
${license === 'MIT' ? '\n[MIT License](LICENSE). ' : '\n'}The starter is under the [MIT License](${STARTER_LICENSE}). Not affiliated with Microsoft.
`;
}

function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** A name can contain what Markdown would read. */
function escaped(name: string): string {
  return name.replace(/[*_`[\]#&|~]/gu, '\\$&');
}
