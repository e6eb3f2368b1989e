/** Who may import whom; docs/architecture.md says why. Checked by `npm run imports` and in `npm test`. */
const rooms =
  'bot/|http/|intents/|handlers/|knowledge/|records/|desk/|store/|live/|pages/|bench/|scripts/|test/|wire/|botpress/|main|config'
/** What every room may use of bot: its types, ports, errors, the check at the edges, and the memory for readings. */
const shared = '^bot/(types|ports|errors|check|recent|turnPorts)'

const only = (from, allowed, comment) => ({
  name: `${from}-imports`,
  comment,
  severity: 'error',
  from: { path: `^${from}/` },
  to: { path: `^(${rooms})`, pathNot: [`^${from}/`, ...allowed] },
})

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'nothing-unknown', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only('bot', [], 'the conversation imports nothing of ours; it gets the rest as ports'),
    only('store', [shared], 'the record knows the shapes alone'),
    only('live', [shared], 'the live side knows the shapes alone'),
    only('records', [shared]),
    only(
      'http',
      [shared, '^bot/(turn\\.ts$|channels/)'],
      'transport and nothing else; what platforms call things, the channels say',
    ),
    only('intents', [shared, '^knowledge/(types|load)\\.ts$']),
    only('handlers', [shared, '^knowledge/(types|voice)\\.ts$']),
    only('desk', [shared, '^knowledge/types\\.ts$']),
    only('knowledge', [shared]),
    only('botpress', [shared, '^bot/channels/botpress/signature'], 'the Botpress side reaches the rest over HTTP'),
    only('pages', [shared], 'the pages reach the rest over HTTP'),
    {
      name: 'one-room-knows-botkit',
      severity: 'error',
      from: { pathNot: '^(bot/botkit|test)/' },
      to: { path: 'node_modules/(botkit|botbuilder)' },
    },
    {
      name: 'one-room-knows-natural',
      severity: 'error',
      from: { pathNot: '^(intents|bench|test)/' },
      to: { path: 'node_modules/natural/' },
    },
    {
      name: 'one-room-knows-redis',
      severity: 'error',
      from: { pathNot: '^(live/redis|test)/' },
      to: { path: 'node_modules/ioredis/' },
    },
    {
      name: 'settings-are-read-once',
      severity: 'error',
      from: { pathNot: '^config\\.ts$' },
      to: { path: 'node_modules/dotenv/' },
    },
    {
      name: 'one-room-knows-sql',
      severity: 'error',
      from: { pathNot: '^(store|test)/' },
      to: { path: 'node_modules/(kysely|libsql|pg|pg-pool|pg-types)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
}
