const times = (count: number, of: (at: number) => string, separator = ' '): string =>
  Array.from({ length: count }, (_, at) => of(at)).join(separator);

const leaves = 'id name number note status active createdAt updatedAt reference metadata mode ediStatus';

const leaf = (at: number): string => leaves.split(' ')[at % 12] ?? '';

/** Fragments of customers that spread those of the next level in both of their edges: merges differ on each path. */
function differingMerges(levels: number, width: number): string {
  const next = (level: number, part: number) =>
    level + 1 < levels
      ? `parentAccount { ...L${level + 1}x${part} ...L${level + 1}x${(part + 1) % width} } childAccounts(first: 0) { nodes { ...L${level + 1}x${(part + 2) % width} } }`
      : '';
  const fragments = times(levels, (level) =>
    times(
      width,
      (part) => `fragment L${level}x${part} on Customer { ${leaf(level + part)} ${next(level, part)} }`,
    ),
  );
  return `{ customers(first: 0) { nodes { ${times(width, (part) => `...L0x${part}`)} } } } ${fragments}`;
}

const bits = (count: number, of: (bit: number) => string, value: number): string =>
  times(count, (bit) => (value & (1 << bit) ? of(bit) : ''));

/** Attacks of a malicious caller, each within 2,000 tokens, 15 levels, 30 aliases and 8 directives. */
export const hostileDocuments: Readonly<Record<string, string>> = {
  'merged selections that differ on each path': differingMerges(6, 6),
  'merged selections that differ on each path, wide': differingMerges(5, 8),
  'a fragment of many fields, spread in many selections': `{ ${times(20, (at) => `a${at}: customers(first: 0) { nodes { ${'parentAccount { ...F '.repeat(8)} id ${'} '.repeat(8)} } }`)} } fragment F on Customer { ${leaves} ${leaves.split(' ').slice(0, 10).join(' ')} }`,
  'inline fragments in inline fragments': `{ customers(first: 0) { nodes { ${'... on Customer { '.repeat(380)} id ${'} '.repeat(380)} } } }`,
  'fragments that spread all later ones': `{ customers(first: 0) { nodes { ...F0 } } } ${times(40, (at) => `fragment F${at} on Customer { id ${times(39 - at, (next) => `...F${at + 1 + next}`)} }`)}`,
  'many operations over a chain of fragments': `${times(90, (at) => `query Q${at} { ...F0 }`)} ${times(90, (at) => `fragment F${at} on Query { __typename ${at < 89 ? `...F${at + 1}` : ''} }`)}`,
  'many operations with variables over fragments': `${times(70, (at) => `query Q${at}($v: Int) { ...F0 }`)} ${times(60, (at) => `fragment F${at} on Query { customers(first: $v) { totalCount } ${at < 59 ? `...F${at + 1}` : ''} }`)}`,
  'many fragments with the same fields': `{ customers(first: 0) { nodes { ${times(100, (at) => `...F${at}`)} } } } ${times(100, (at) => `fragment F${at} on Customer { ${leaves.split(' ').slice(0, 9).join(' ')} }`)}`,
  'many fragments with the same nested fields': `{ customers(first: 1) { nodes { ${times(32, (at) => `...F${at}`)} } } } ${times(32, (at) => `fragment F${at} on Customer { ${leaves} parentAccount { ${leaves} parentAccount { ${leaves} } } }`)}`,
  'deep fields in many fragments': `{ customers(first: 1) { nodes { ${times(45, (at) => `...F${at}`)} } } } ${times(45, (at) => `fragment F${at} on Customer { ${'parentAccount { '.repeat(11)} id ${'} '.repeat(11)} }`)}`,
  'inline fragments with the same nested fields': `{ customers(first: 1) { nodes { ${times(60, () => `... on Customer { ${'parentAccount { '.repeat(9)} id ${'} '.repeat(9)} }`)} } } }`,
  'inline fragments on an interface': `{ nodes(ids: []) { ${times(150, () => '... on Node { id __typename ... on Customer { name } }')} } }`,
  'an interface within fragments': `{ node(id: "x") { ${times(60, (at) => `...F${at}`)} } } ${times(60, (at) => `fragment F${at} on Node { id ... on Customer { name parentAccount { id name } } ... on Address { id name } }`)}`,
  'many variables': `query(${times(390, (at) => `$v${at}: Int`)}) { customers(first: $v0) { totalCount } }`,
  'many used variables': `query(${times(240, (at) => `$v${at}: ID!`)}) { nodes(ids: [${times(240, (at) => `$v${at}`)}]) { id } }`,
  'one variable used many times': `query($v: ID!) { nodes(ids: [${times(950, () => '$v')}]) { id } }`,
  'input objects in a list': `{ customers(first: 0, filter: { or: [${times(950, () => '{}')}] }) { totalCount } }`,
  'input objects in each other': `{ customers(first: 0, filter: ${'{ not: '.repeat(480)} {} ${'}'.repeat(480)}) { totalCount } }`,
  'directives on spreads with variables': `query(${times(8, (at) => `$v${at}: Boolean!`)}) { customers(first: 0) { nodes { ${times(8, (at) => `...F0 @include(if: $v${at})`)} } } } ${times(11, (at) => `fragment F${at} on Customer { ${leaves} parentAccount { ${at < 10 ? `...F${at + 1}` : 'id'} } }`)}`,
  'fragments that are not used': `{ __typename } ${times(280, (at) => `fragment F${at} on Customer { id }`)}`,
  'fragments that spread each other in a circle': `{ customers(first: 0) { nodes { ...F0 } } } ${times(160, (at) => `fragment F${at} on Customer { id ...F${(at + 1) % 160} ...F${(at + 80) % 160} }`)}`,
  'unknown fields': `{ ${times(900, (at) => `unknownField${at}`)} }`,
  'unknown arguments': `{ customers(${times(480, (at) => `unknown${at}: 1`)}) { totalCount } }`,
  'introspection, list in list, repeated': `{ ${times(20, (at) => `a${at}: __schema { types { fields { type { fields { name args { name } } } } } }`)} }`,
  'introspection by fragments': `{ __schema { types { ...T } } } fragment T on __Type { name fields { type { ...U } args { type { ...U } } } possibleTypes { ...U } interfaces { ...U } } fragment U on __Type { name fields { name type { name ofType { name ofType { name } } } args { name type { name } } } inputFields { name } enumValues { name } }`,
  'introspection, types many times': `{ __schema { ${times(28, (at) => `a${at}: types { fields { name args { name } type { name ofType { name } } } }`)} } }`,
  'all fields of many types': `{ ${times(8, (at) => `a${at}: nodes(ids: []) { ${times(12, (bit) => `...F${(bit + at) % 12}`)} }`)} } ${times(12, (at) => `fragment F${at} on Node { id ... on Customer { ${leaves} parentAccount { ...G${at} } } ... on Address { id name } }`)} ${times(12, (at) => `fragment G${at} on Customer { ${bits(12, leaf, at * 331)} id }`)}`,
};
