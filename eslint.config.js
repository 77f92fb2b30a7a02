import { existsSync, readdirSync } from 'node:fs';
import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { noCycles } from 'office-addin-tools/eslint';
import tseslint from 'typescript-eslint';

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

/** Tests of the starter stand next to its code and use tests/ and the packages. */
const testsOf = (folder) =>
  below(folder, 'src') ? ['**/*.test.ts', '**/*.test.tsx', '**/testing/**', '**/*Testing.ts'] : [];

const restricted = (own) => ({
  'no-restricted-imports': [
    'error',
    {
      patterns: own
        .filter(({ forbids }) => forbids.length > 0)
        .map(({ folder, forbids }) => ({
          group: forbids,
          message: `${folder} must not import it: eslint.config.js.`,
        })),
    },
  ],
});

/**
 * One entry of the configuration for each folder, from the outermost to the innermost, and for each exception.
 * @type {import('eslint').Linter.Config[]}
 */
export const zoneRules = folders.flatMap((folder) => {
  const own = zones.filter((zone) => below(folder, zone.folder));
  const ignores = testsOf(folder);
  const exceptions = [...new Set(zones.flatMap(({ except = [] }) => except))].filter((file) =>
    below(file.replace(/\/\*\*$/u, ''), folder),
  );
  return [
    { files: [`${folder}/**`], ignores, rules: restricted(own) },
    ...exceptions.map((file) => ({
      files: [file],
      ignores,
      rules: restricted(own.filter(({ except = [] }) => !except.includes(file))),
    })),
  ];
});

export default tseslint.config(
  { ignores: ['**/dist/', '.cache/', 'test-results/', 'playwright-report/'] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  { files: ['src/**'], ...reactHooks.configs.flat.recommended },
  {
    languageOptions: {
      parserOptions: {
        project: './tsconfig.json',
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  ...zoneRules,
  { plugins: { imports: { rules: { 'no-cycles': noCycles } } }, rules: { 'imports/no-cycles': 'error' } },
  {
    files: ['src/taskpane/**'],
    ignores: ['src/taskpane/office.ts', 'src/taskpane/auth/sources/**', 'src/taskpane/documents/**'],
    rules: { 'no-restricted-globals': ['error', { name: 'Office', message: 'Use src/taskpane/office.ts.' }] },
  },
  { files: ['packages/**', 'maintenance/**', 'tests/**', 'infra/**'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.js', '**/*.mjs'],
    ...tseslint.configs.disableTypeChecked,
    // tsc knows what is defined (allowJs).
    rules: { ...tseslint.configs.disableTypeChecked.rules, 'no-undef': 'off' },
  },
);
