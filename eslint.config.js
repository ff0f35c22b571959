import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';
import noUnsanitized from 'eslint-plugin-no-unsanitized';
import jsdoc from 'eslint-plugin-jsdoc';

const projects = ['shared', 'electron', 'renderer', 'server', 'build', 'tests'].map(
  (folder) => `./${folder}/tsconfig.json`,
);

// The zustand, dexie … doors are kept by dependency-cruiser; these are the laws only a syntax tree can see.
const forbiddenSyntax = [
  { selector: 'TSEnumDeclaration', message: 'No enum: use a union of string literals (design §7).' },
  // Callbacks have the shape their library dictates; functions of ours take three parameters or one object.
  {
    selector: 'FunctionDeclaration[params.length>3]',
    message: 'At most three parameters, else one object (design §7).',
  },
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only (design §7).' },
  {
    selector: 'ClassDeclaration[superClass=null]',
    message: 'No class but errors or where a package demands it (design §7).',
  },
  { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: 'No raw HTML in our code.' },
];

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      'out/',
      'dist/',
      'coverage/',
      'reports/',
      'build/**/*.mjs',
      'build/**/*.cjs',
      '**/*.config.*',
      '.stryker-tmp/',
    ],
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked],
    plugins: { 'no-unsanitized': noUnsanitized },
    languageOptions: { parserOptions: { project: projects, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-restricted-syntax': ['error', ...forbiddenSyntax],
      'no-unsanitized/method': 'error',
      'no-unsanitized/property': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-console': 'error',
      'no-eval': 'error',
      curly: ['error', 'multi-line'],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['shared/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', 'window', 'document', 'process', 'Buffer', 'setTimeout', 'fetch', 'crypto'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'shared never reads a clock.' },
        { object: 'Math', property: 'random', message: 'shared has no randomness.' },
      ],
      'no-restricted-syntax': [
        'error',
        ...forbiddenSyntax,
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'shared never reads a clock.' },
      ],
    },
  },
  {
    files: ['shared/**/*.ts', 'server/**/*.ts'],
    ignores: ['**/*.test.ts'],
    plugins: { jsdoc },
    rules: {
      'jsdoc/require-jsdoc': [
        'error',
        {
          publicOnly: true,
          contexts: [
            'ExportNamedDeclaration > VariableDeclaration',
            'TSInterfaceDeclaration',
            'TSTypeAliasDeclaration',
          ],
          require: { FunctionDeclaration: true, ArrowFunctionExpression: false },
          enableFixer: false,
        },
      ],
    },
  },
  {
    files: ['renderer/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.test.ts', '**/*.test.tsx', 'tests/**/*.ts', 'tests/**/*.tsx'],
    rules: {
      'max-lines-per-function': ['error', { max: 150, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-restricted-syntax': [
        'error',
        ...forbiddenSyntax.filter((rule) => rule.selector !== 'ExportDefaultDeclaration'),
        {
          selector:
            'CallExpression[callee.property.name=/^(only|skip|todo)$/][callee.object.name=/^(it|test|describe)$/]',
          message: 'No focused or skipped tests.',
        },
        {
          selector: 'CallExpression[callee.property.name="waitForTimeout"]',
          message: 'Wait for a condition, not for time.',
        },
      ],
    },
  },
  {
    files: ['electron/**/*.ts'],
    ignores: ['electron/ipc/register.ts', '**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'electron',
              importNames: ['ipcMain'],
              message: 'The only door of IPC is electron/ipc/register.ts.',
            },
          ],
        },
      ],
    },
  },
  // A channel's answer is a type only: its parameters stand once in the signature on purpose.
  { files: ['shared/ipc/contract.ts'], rules: { '@typescript-eslint/no-unnecessary-type-parameters': 'off' } },
  // Command line programs talk through the console: that is their job.
  { files: ['server/main.ts', 'tests/soak/**', 'tests/bench/**'], rules: { 'no-console': 'off' } },
);
