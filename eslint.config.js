import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Features never import each other, nor do options. */
const features = (parent) =>
  readdirSync(new URL(`${parent}/`, import.meta.url)).map((name) => ({
    folder: `${parent}/${name}`,
    forbids: readdirSync(new URL(`${parent}/`, import.meta.url))
      .filter((other) => other !== name)
      .map((other) => `../${other}/**`),
  }));
const TOOLS = [
  'office-addin-tools',
  'office-addin-tools/**',
  'office-addin-sandbox',
  'office-addin-sandbox/**',
];
const MSAL_BROWSER = ['src/taskpane/auth/sources/**', 'src/dialog/**'];

/**
 * What each folder must not import: see docs/architecture.md. A folder has the rules of the folders above it, too.
 * `except` names files that a rule is not for. Patterns are those of the rule no-restricted-imports.
 */
const zones = [
  { folder: 'src', forbids: [...TOOLS, '**/packages/**', '**/maintenance/**', '**/infra/**', '**/tests/**'] },
  { folder: 'src', forbids: ['@azure/msal-node'], except: ['src/server/graph/onBehalfOf.ts'] },
  { folder: 'src', forbids: ['@azure/msal-browser', '@azure/msal-browser/**'], except: MSAL_BROWSER },
  { folder: 'src/contract', forbids: ['**/taskpane/**', '**/dialog/**', '**/server/**'] },
  { folder: 'src/taskpane', forbids: ['**/dialog/**', '**/server/**'] },
  { folder: 'src/taskpane/auth', forbids: ['**/app/**', '**/features/**', '**/documents/**'] },
  { folder: 'src/taskpane/api', forbids: ['**/app/**', '**/features/**', '**/documents/**'] },
  { folder: 'src/taskpane/documents', forbids: ['**/app/**', '**/features/**', '**/auth/**'] },
  { folder: 'src/taskpane/ui', forbids: ['**/app/**', '**/features/**', '**/documents/**', '**/auth/**'] },
  { folder: 'src/taskpane/options', forbids: ['**/app/**', '**/documents/**'] },
  { folder: 'src/taskpane/features', forbids: ['**/app/**', '**/options/**'] },
  ...features('src/taskpane/features'),
  { folder: 'src/dialog', forbids: ['**/taskpane/**', '**/server/**'] },
  { folder: 'src/server', forbids: ['**/taskpane/**', '**/dialog/**'] },
  { folder: 'src/server/graph', forbids: ['**/features/**'] },
  { folder: 'src/server/http', forbids: ['**/features/**'] },
  ...features('src/server/features'),
  ...features('src/server/options'),
  {
    folder: 'packages/office-addin-tools/src',
    forbids: ['**/src/**', '**/maintenance/**', '**/infra/**', '**/tests/**'],
  },
];

const below = (folder, other) => folder === other || folder.startsWith(`${other}/`);
const folders = [...new Set(zones.map(({ folder }) => folder))].sort();

/** One entry of the configuration for each folder, from the outermost to the innermost, and for each exception. */
const zoneRules = folders.flatMap((folder) => {
  const own = zones.filter((zone) => below(folder, zone.folder));
  const exceptions = [...new Set(zones.flatMap(({ except = [] }) => except))].filter((file) =>
    below(file.replace(/\/\*\*$/u, ''), folder),
  );
  const entry = (files, ignores, list) => ({
    files,
    ignores,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: list
            .filter(({ forbids }) => forbids.length > 0)
            .map((zone) => ({
              group: zone.forbids,
              message: `${zone.folder} must not import it: eslint.config.js.`,
            })),
        },
      ],
    },
  });
  const tests = ['**/*.test.ts', '**/*.test.tsx', '**/testing/**', '**/*Testing.ts'];
  return [
    entry([`${folder}/**`], tests, own),
    ...exceptions.map((file) =>
      entry(
        [file],
        tests,
        own.filter(({ except = [] }) => !except.includes(file)),
      ),
    ),
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
        projectService: {
          allowDefaultProject: [
            'eslint.config.js',
            'webpack.config.js',
            'packages/*/bin/*.mjs',
            'maintenance/run.mjs',
          ],
        },
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
  {
    files: ['src/taskpane/**'],
    ignores: ['src/taskpane/office.ts', 'src/taskpane/auth/sources/**', 'src/taskpane/documents/**'],
    rules: { 'no-restricted-globals': ['error', { name: 'Office', message: 'Use src/taskpane/office.ts.' }] },
  },
  {
    files: ['packages/office-addin-sandbox/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: [
                '**/src/contract/**',
                '**/src/taskpane/**',
                '**/src/dialog/**',
                '**/src/server/**',
                '**/office-addin-tools/**',
                'office-addin-tools',
                'office-addin-tools/*',
              ],
              message: 'office-addin-sandbox imports nothing outside its folder except its dependencies.',
            },
          ],
        },
      ],
    },
  },
  { files: ['packages/**', 'maintenance/**', 'tests/**', 'infra/**'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.js', '**/*.mjs'],
    ...tseslint.configs.disableTypeChecked,
    // tsc knows what is defined (allowJs).
    rules: { ...tseslint.configs.disableTypeChecked.rules, 'no-undef': 'off' },
  },
);
