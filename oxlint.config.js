import { existsSync, readdirSync } from 'node:fs';
import { defineConfig } from 'oxlint';

/** Zones in which the folders below `parent` never import each other. */
function apart(parent) {
  const folder = new URL(`${parent}/`, import.meta.url);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.map((name) => ({
    folder: `${parent}/${name}`,
    forbids: names.filter((other) => other !== name).map((other) => `../${other}/**`),
  }));
}

const within = (...folders) => folders.map((folder) => `**/${folder}/**`);
const PACKAGES = [
  'office-addin-tools',
  'office-addin-tools/**',
  'office-addin-sandbox',
  'office-addin-sandbox/**',
];
const STARTER = within(
  'src/contract',
  'src/taskpane',
  'src/dialog',
  'src/server',
  'maintenance',
  'infra',
  'tests',
);

/**
 * What each folder must not import: see docs/architecture.md. The rules of a folder apply to the folders in it, too.
 * `except` names files that a rule is not for. Patterns are those of the rule no-restricted-imports.
 * @type {readonly { folder: string, forbids: readonly string[], except?: readonly string[] }[]}
 */
export const zones = [
  { folder: 'src', forbids: [...PACKAGES, ...within('packages', 'maintenance', 'infra', 'tests')] },
  { folder: 'src', forbids: ['@azure/msal-node'], except: ['src/server/graph/onBehalfOf.ts'] },
  {
    folder: 'src',
    forbids: ['@azure/msal-browser', '@azure/msal-browser/**'],
    except: ['src/taskpane/auth/sources/**', 'src/dialog/**'],
  },
  { folder: 'src/contract', forbids: within('taskpane', 'dialog', 'server') },
  { folder: 'src/dialog', forbids: within('taskpane', 'server') },
  { folder: 'src/events', forbids: within('taskpane', 'dialog', 'server') },

  { folder: 'src/taskpane', forbids: within('dialog', 'server') },
  { folder: 'src/taskpane/api', forbids: within('app', 'documents', 'features', 'options', 'ui') },
  // Lists the features that the frame composes.
  {
    folder: 'src/taskpane/app',
    forbids: within('features/*', 'options'),
    except: ['src/taskpane/app/parts.ts'],
  },
  { folder: 'src/taskpane/auth', forbids: within('app', 'documents', 'features', 'options', 'ui') },
  { folder: 'src/taskpane/documents', forbids: within('api', 'app', 'auth', 'features', 'options', 'ui') },
  { folder: 'src/taskpane/features', forbids: within('app', 'options') },
  ...apart('src/taskpane/features'),
  { folder: 'src/taskpane/options', forbids: within('app', 'auth', 'documents', 'features/*') },
  ...apart('src/taskpane/options'),
  {
    folder: 'src/taskpane/strings',
    forbids: within('api', 'app', 'auth', 'documents', 'features', 'options', 'ui'),
  },
  { folder: 'src/taskpane/ui', forbids: within('app', 'auth', 'documents', 'features', 'options') },

  { folder: 'src/server', forbids: within('taskpane', 'dialog') },
  { folder: 'src/server/auth', forbids: within('features', 'graph', 'http', 'options', 'pages') },
  { folder: 'src/server/features', forbids: within('options', 'pages') },
  ...apart('src/server/features'),
  { folder: 'src/server/graph', forbids: within('features', 'http', 'options', 'pages') },
  { folder: 'src/server/http', forbids: within('features', 'graph', 'options') },
  {
    folder: 'src/server/httpClient',
    forbids: within('auth', 'features', 'graph', 'http', 'options', 'pages'),
  },
  { folder: 'src/server/options', forbids: within('features', 'pages') },
  ...apart('src/server/options'),
  { folder: 'src/server/pages', forbids: within('auth', 'features', 'graph', 'options') },

  { folder: 'packages', forbids: STARTER },
  {
    folder: 'packages/office-addin-sandbox',
    forbids: [...within('office-addin-tools'), 'office-addin-tools', 'office-addin-tools/**'],
  },
  { folder: 'packages/office-addin-tools', forbids: within('office-addin-sandbox/src') },
  {
    folder: 'packages/create-office-addin-sso',
    forbids: within('office-addin-sandbox/src', 'office-addin-tools/src'),
  },

  // These use the packages as any project does: by their names.
  { folder: 'tests', forbids: within('packages', 'maintenance', 'infra') },
  { folder: 'maintenance', forbids: within('infra') },
  { folder: 'infra', forbids: within('packages', 'maintenance', 'taskpane', 'dialog') },
];

const below = (folder, other) => folder === other || folder.startsWith(`${other}/`);
const folders = [...new Set(zones.map(({ folder }) => folder))].sort();

/** Tests of the starter are next to its code and use tests/ and the packages. */
const TESTS = ['**/*.test.ts', '**/*.test.tsx', '**/testing/**', '**/*Testing.ts'].map(
  (glob) => `src/${glob}`,
);

const restricted = (own) => ({
  'no-restricted-imports': [
    'error',
    {
      patterns: own
        .filter(({ forbids }) => forbids.length > 0)
        .map(({ folder, forbids }) => ({
          group: forbids,
          message: `${folder} must not import it: oxlint.config.js.`,
        })),
    },
  ],
});

/** One override for each folder, from the outermost to the innermost, and for each exception. The last one applies. */
const zoneRules = folders.flatMap((folder) => {
  const own = zones.filter((zone) => below(folder, zone.folder));
  const exceptions = [...new Set(zones.flatMap(({ except = [] }) => except))].filter((file) =>
    below(file.replace(/\/\*\*$/u, ''), folder),
  );
  return [
    { files: [`${folder}/**`], rules: restricted(own) },
    ...exceptions.map((file) => ({
      files: [file],
      rules: restricted(own.filter(({ except = [] }) => !except.includes(file))),
    })),
  ];
});

export default defineConfig({
  options: { typeAware: true },
  plugins: ['typescript', 'import', 'oxc'],
  categories: { correctness: 'error' },
  ignorePatterns: ['**/dist/**', '.cache/**', 'test-results/**', 'playwright-report/**'],
  rules: {
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'import/no-cycle': 'error',
    'no-console': 'error',
    'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    'typescript/await-thenable': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    // Strings here are split into code points on purpose, and the comparison of code units is wanted.
    'typescript/no-misused-spread': 'off',
    'typescript/require-array-sort-compare': 'off',
    // `options.ts` is a module even without options.
    'typescript/no-useless-empty-export': 'off',
    // TypeScript does not know that an array can be too short.
    'typescript/no-useless-default-assignment': 'off',
    'typescript/no-unnecessary-type-assertion': 'error',
    'typescript/no-unsafe-argument': 'error',
    'typescript/no-unsafe-assignment': 'error',
    'typescript/no-unsafe-call': 'error',
    'typescript/no-unsafe-enum-comparison': 'error',
    'typescript/no-unsafe-member-access': 'error',
    'typescript/no-unsafe-return': 'error',
    'typescript/only-throw-error': 'error',
    'typescript/prefer-promise-reject-errors': 'error',
    'typescript/require-await': 'error',
    'typescript/restrict-plus-operands': 'error',
    'typescript/restrict-template-expressions': ['error', { allowNumber: true }],
    'typescript/switch-exhaustiveness-check': 'error',
  },
  overrides: [
    ...zoneRules,
    { files: TESTS, rules: { 'no-restricted-imports': 'off' } },
    {
      files: ['src/taskpane/**', 'src/dialog/**'],
      plugins: ['react'],
      rules: { 'react/exhaustive-deps': 'error', 'react/rules-of-hooks': 'error' },
    },
    {
      files: ['src/taskpane/**'],
      rules: {
        'no-restricted-globals': ['error', { name: 'Office', message: 'Use src/taskpane/office.ts.' }],
      },
    },
    {
      files: ['src/taskpane/office.ts', 'src/taskpane/auth/sources/**', 'src/taskpane/documents/**'],
      rules: { 'no-restricted-globals': 'off' },
    },
    { files: ['packages/**', 'maintenance/**', 'tests/**', 'infra/**'], rules: { 'no-console': 'off' } },
    {
      files: ['**/*.js', '**/*.mjs'],
      rules: {
        'typescript/no-unsafe-argument': 'off',
        'typescript/no-unsafe-assignment': 'off',
        'typescript/no-unsafe-call': 'off',
        'typescript/no-unsafe-member-access': 'off',
        'typescript/no-unsafe-return': 'off',
      },
    },
  ],
});
