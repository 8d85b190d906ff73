/** The floors of the house: imports go downward only, and rooms on one floor do not import one another. */
const floor1 = ['sites', 'store', 'api', 'browser'];
const above = (name, from, to) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: to },
});

module.exports = {
  forbidden: [
    above(
      'floor-0-imports-nothing-above',
      '^lib/(model|contract)/',
      '^(lib/(?!model|contract)|components|entrypoints|server|scripts|test)/',
    ),
    above('model-does-not-know-the-wire', '^lib/model/', '^lib/contract/'),
    ...floor1.map((room) =>
      above(
        `floor-1-${room}-stays-in-its-room`,
        `^lib/${room}/`,
        `^(lib/(?!${room}/|model/|contract/)|components|entrypoints|server|scripts|test)/`,
      ),
    ),
    above('floor-2-sync', '^lib/sync/', '^(lib/panel|components|entrypoints|server|scripts|test)/'),
    above(
      'floor-2-panel',
      '^lib/panel/',
      '^(lib/sync|components|entrypoints|server|scripts|test)/',
    ),
    above(
      'floor-3-components',
      '^components/',
      '^(lib/(?!model|panel|browser/i18n)|entrypoints|server|scripts|test)/',
    ),
    above('floor-4-entrypoints', '^entrypoints/', '^(server|scripts|test)/'),
    above(
      'server-knows-only-model-and-contract',
      '^server/',
      '^(lib/(?!model|contract)|components|entrypoints|scripts|test)/',
    ),
    above('nothing-ships-tests', '^(lib|components|entrypoints|server|scripts)/', '^test/'),
    {
      name: 'only-the-store-knows-dexie',
      severity: 'error',
      from: { path: '^(lib|components|entrypoints)/', pathNot: '^lib/(store|panel)/' },
      to: { path: 'node_modules/dexie' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(#imports|node:|cloudflare:)' },
    },
  ],
  options: {
    tsConfig: { fileName: '.wxt/tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
