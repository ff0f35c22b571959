// The import law of docs/architecture.md. Type-only imports count, tests are exempt from folder rules, cycles never.
const test = '\\.test\\.tsx?$';
const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from, pathNot: test },
  to: { pathNot: allowed },
});
const never = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from, pathNot: test },
  to: { path: to },
});
const door = (name, packages, at) => ({
  name: `door-${name}`,
  severity: 'error',
  comment: `only ${at} may import ${packages}`,
  from: { path: '^(shared|electron|renderer|server)/', pathNot: [at, test] },
  to: { path: `node_modules/(${packages})(/|$)` },
});

const sharedPackages = 'node_modules/(zod|temporal-polyfill|temporal-spec|@noble/hashes)/';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: { pathNot: 'node_modules' }, to: { circular: true } },
    {
      name: 'no-orphan-resolution',
      severity: 'error',
      from: { path: '^(shared|electron|renderer|server)/' },
      to: { couldNotResolve: true, pathNot: '^electron$|\\?worker|\\?url' },
    },
    never(
      'product-not-tests',
      '^(shared|electron|renderer|server|build)/',
      '^tests/',
      'production code never imports tests',
    ),

    only('shared-base', '^shared/base/', ['^shared/base/', sharedPackages]),
    only('shared-domain', '^shared/domain/', ['^shared/(base|domain)/', sharedPackages]),
    only('shared-sync', '^shared/sync/', ['^shared/(base|domain|text|sync)/', sharedPackages]),
    only('shared-forms', '^shared/forms/', ['^shared/(base|domain|text|forms)/', sharedPackages]),
    only('shared-reports', '^shared/reports/', [
      '^shared/(base|domain|text|reports)/',
      '^shared/forms/form-layout',
      sharedPackages,
    ]),
    only('shared-text', '^shared/text/', ['^shared/(base|domain|text|ipc/messages)', sharedPackages]),
    only('shared-ipc', '^shared/ipc/', ['^shared/', sharedPackages]),

    never('electron-apart', '^electron/', '^(renderer|server)/'),
    only('preload-contract-only', '^electron/preload\\.ts$', [
      '^shared/ipc/',
      '^electron$',
      'node_modules/electron(-exercised)?/',
      '^shared/base/result',
    ]),
    {
      name: 'electron-adapters-apart',
      severity: 'error',
      comment: 'an electron folder imports itself, log and shared; only the composition root and handlers join them',
      from: { path: '^electron/(keys|journal|pages|disk|scanner|print|net|worker)/', pathNot: test },
      to: { path: '^electron/(keys|journal|pages|disk|scanner|print|net|worker|ipc)/', pathNot: '^electron/$1/' },
    },
    never(
      'electron-adapters-not-shell',
      '^electron/(keys|journal|net)/',
      '^(electron$|node_modules/electron/)',
      'keys, journal and net are plain Node and run in tests without Electron',
    ),

    never('renderer-apart', '^renderer/', '^(electron|server)/'),
    {
      name: 'renderer-no-node',
      severity: 'error',
      from: { path: '^renderer/', pathNot: test },
      to: { dependencyTypes: ['core'] },
    },
    only('renderer-imaging', '^renderer/imaging/', ['^renderer/imaging/', '^shared/base/']),
    never('renderer-ui', '^renderer/ui/', '^renderer/(records|sync|features|imaging)/'),
    never('renderer-records', '^renderer/(records|sync)/', '^renderer/(features|ui)/'),
    {
      name: 'features-apart',
      severity: 'error',
      comment: 'no feature imports a feature',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'only-commands-propose',
      severity: 'error',
      comment: 'only *.commands.ts propose acts',
      from: { path: '^renderer/', pathNot: ['\\.commands\\.ts$', '^renderer/records/', test] },
      to: { path: '^renderer/records/propose' },
    },
    never(
      'stores-plain',
      '^renderer/.*\\.store\\.ts$',
      '^renderer/(records|features/.*\\.tsx)',
      'a store holds no record access',
    ),

    never('server-apart', '^server/', '^(electron|renderer)/'),

    door('pdf', 'pdfmake|pdfkit|exceljs|tesseract\\.js', '^electron/worker/'),
    door('store', 'dexie|rxdb', '^renderer/records/'),
    door('state', 'zustand', '\\.store\\.ts$'),
    door('sql', 'kysely|pg|@electric-sql/pglite', '^server/'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist|coverage)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};
