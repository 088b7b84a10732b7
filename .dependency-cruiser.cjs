/**
 * The directions of docs/architecture.md. Each rule says who may not reach whom; tests may reach anything.
 *
 * `parser: swc`: dependency-cruiser otherwise reads TypeScript through an API that TypeScript 7 no
 * longer has, and would silently look at nothing.
 */
const npmExcept = (names) => `node_modules/(?!(${names})(/|$))`;
const node = { dependencyTypes: ['core'] };

/** `from` may reach nothing outside `allowed` (path patterns); packages and Node count as outside. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed },
});

const no = (name, from, to, comment) => ({ name, comment, severity: 'error', from, to });

/** Rules that need a library name it here; everything else in db/domain is plain TypeScript. */
const domainLibraries = {
  calendar: ['temporal-polyfill'],
  insights: ['ml-kmeans'],
  members: ['pinyin-pro'],
};
const domainExceptions = Object.entries(domainLibraries).map(([folder, packages]) => ({ folder, packages }));

module.exports = {
  forbidden: [
    only(
      'domain-is-pure',
      `^db/domain/(?!(${Object.keys(domainLibraries).join('|')})/)`,
      ['^db/domain/'],
      'rules know no SQL, no clock, no electron, no node',
    ),
    ...domainExceptions.map(({ folder, packages }) =>
      only(
        `domain-is-pure-${folder}`,
        `^db/domain/${folder}/`,
        ['^db/domain/', ...packages.map((name) => `node_modules/${name}/`)],
        `db/domain/${folder} may use ${packages.join(', ')} and nothing else`,
      ),
    ),
    no(
      'db-knows-no-app',
      { path: '^db/' },
      { path: '^(electron|renderer|tests)/' },
      'the store knows neither the app nor its screens',
    ),
    no(
      'db-libraries',
      { path: '^db/(?!domain/|hq/)' },
      {
        path: npmExcept(
          'kysely|better-sqlite3|@types/better-sqlite3|@types/node|uuid|age-encryption|canonicalize|fflate|zod',
        ),
      },
      'db uses kysely, better-sqlite3, node and uuid; age for backups, canonicalize for the trail, fflate and zod besides for packets',
    ),
    no(
      'head-office-libraries',
      { path: '^db/hq/' },
      { path: npmExcept('@duckdb/node-api|@clickhouse/client|@types/node') },
      'head office keeps facts in DuckDB or ClickHouse, and has no store',
    ),
    no(
      'head-office-apart',
      { path: '^(electron/(?!hq/)|renderer/|db/(?!hq/|domain/))' },
      { path: '^(electron/hq|db/hq|db/domain/hq)/' },
      'what runs at head office is no part of a shop',
    ),
    no(
      'head-office-knows-no-shop',
      { path: '^electron/hq/' },
      { path: '^(electron/(?!hq/|contract/)|renderer/|tests/)' },
      'the reader runs without electron, and knows packets, its engines and the contract of rules',
    ),
    only(
      'contract-is-plain',
      '^electron/contract/',
      ['^electron/contract/', '^db/domain/', 'node_modules/zod/'],
      'the contract is shapes: zod and the domain, no electron, no node',
    ),
    no(
      'main-knows-no-screen',
      { path: '^electron/(main|contract|preload)/' },
      { path: '^(renderer|tests|electron/setup)/' },
      'main, contract and preload know no screen, no test, no set-up',
    ),
    no(
      'preload-only-electron',
      { path: '^electron/preload/' },
      { pathNot: ['^electron$', '^electron/preload/', '^electron/contract/', 'node_modules/electron/'] },
      'the sandboxed preload is one file around electron',
    ),
    no(
      'preload-contract-types-only',
      { path: '^electron/preload/' },
      { path: '^electron/contract/', dependencyTypesNot: ['type-only'] },
      'code of the contract would drag zod into every window',
    ),
    no(
      'renderer-stays-outside',
      { path: '^renderer/' },
      {
        path: [
          '^electron/(?!contract/)',
          '^db/(?!domain/)',
          '^tests/',
          'node_modules/(electron|better-sqlite3|kysely)/',
        ],
      },
      'the renderer reaches the store only through the contract',
    ),
    no(
      'renderer-builds-no-shapes',
      { path: '^renderer/' },
      {
        path: ['^electron/contract/(?!(calling|permissions)\\.ts$)', 'node_modules/zod/'],
        dependencyTypesNot: ['type-only'],
      },
      'only main checks by the shapes; a window that builds them begins later',
    ),
    no('renderer-has-no-node', { path: '^renderer/' }, node, 'the renderer is sandboxed'),
    no(
      'features-are-strangers',
      { path: '^renderer/features/([^/]+)/' },
      { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
      'what two features share moves to renderer/ui or renderer/lib',
    ),
    no(
      'shared-parts-know-no-feature',
      { path: '^renderer/(ui|lib)/' },
      { path: '^renderer/(features|app)/' },
      'ui and lib are below the features',
    ),
    no(
      'setup-stands-alone',
      { path: '^electron/setup/' },
      { pathNot: ['^electron/setup/'], dependencyTypesNot: ['core'] },
      'the set-up runs before anything is installed (the bootstrap runs inside electron)',
    ),
    no(
      'no-cycles',
      {},
      { circular: true, dependencyTypesNot: ['type-only'] },
      'a cycle has no bottom to test from',
    ),
    no(
      'no-unresolved',
      {},
      { couldNotResolve: true, pathNot: ['^electron$', '\\?'] },
      'an import that leads nowhere',
    ),
    no(
      'no-dev-package-shipped',
      { path: '^(electron|db)/', pathNot: '^electron/setup/' },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
      'a package that package.json does not name',
    ),
    {
      name: 'no-orphans',
      comment: 'a file nobody imports',
      severity: 'error',
      from: {
        orphan: true,
        path: '^(electron|db|renderer)/',
        pathNot: ['\\.d\\.m?ts$', '^electron/setup/bootstrap/', '^electron/preload/'],
      },
      to: {},
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^out/', '^dist/', '\\.(css|svg|png|json|html)$'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'],
    },
    builtInModules: { add: ['electron'] },
  },
};
