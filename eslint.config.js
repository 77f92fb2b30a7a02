import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Who may know whom: see docs/architecture.md. A forbidden import fails the lint. */
const rooms = [
  { room: 'src/contract', forbids: ['taskpane', 'dialog', 'server'] },
  { room: 'src/taskpane', forbids: ['dialog', 'server'] },
  { room: 'src/dialog', forbids: ['taskpane', 'server'] },
  { room: 'src/server', forbids: ['taskpane', 'dialog'] },
];

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
  ...rooms.map(({ room, forbids }) => ({
    files: [`${room}/**`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: forbids.map((name) => ({
            group: [`**/${name}/**`],
            message: `${room} may not know ${name}.`,
          })),
        },
      ],
    },
  })),
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
