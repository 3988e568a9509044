/**
 * The rooms of the service and whom each may ask, as data. A room may import the front door (index.ts) of those named
 * here and of nobody else, and each asks only those that stand before it. tests/architecture holds the code to it.
 */
export const moduleGraph = {
  accounts: [],
  audit: ['accounts'],
  strategy: ['accounts'],
  partners: ['accounts', 'strategy'],
  indicators: ['accounts', 'strategy'],
  delivery: ['accounts', 'strategy', 'partners', 'indicators'],
  sharing: ['accounts', 'audit'],
  families: ['accounts', 'audit', 'sharing'],
  site: ['strategy'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/**
 * The parts of the technical floor, lowest first: each may lean on those before it.
 */
export const platformParts = [
  'kernel',
  'config',
  'outbound',
  'log',
  'control',
  'access',
  'db',
  'keys',
  'identity',
  'audit',
  'outbox',
  'seeds',
  'together',
  'forms',
  'picture',
  'sheet',
  'page',
  'http',
  'mail',
  'links',
] as const;
