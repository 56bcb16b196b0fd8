/** Queries only the parts of the schema that the diagram shows. */
export const introspection = `query Picture {
  __schema {
    queryType { name }
    mutationType { name }
    subscriptionType { name }
    types {
      name
      kind
      description
      possibleTypes { name }
      fields {
        name
        type { ...Type }
      }
    }
  }
}
fragment Type on __Type {
  kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } }
}`;

const named = (type) => (type.ofType ? named(type.ofType) : type);

function written(type) {
  if (type.kind === 'NON_NULL') return `${written(type.ofType)}!`;
  return type.kind === 'LIST' ? `[${written(type.ofType)}]` : type.name;
}

const composite = new Set(['OBJECT', 'INTERFACE', 'UNION']);

/** The row type of a connection. The diagram shows a connection as a list of its rows. */
function rowsOf(type, types) {
  const nodes = type.name.endsWith('Connection') && type.fields?.find(({ name }) => name === 'nodes');
  return nodes ? types.get(named(nodes.type).name) : undefined;
}

function fieldOf({ name, type }, types) {
  const end = types.get(named(type).name);
  const rows = rowsOf(end, types);
  const target = rows ?? end;
  return {
    name,
    type: rows ? `[${rows.name}]` : written(type),
    target: composite.has(target.kind) ? target.name : undefined,
  };
}

function nodeOf(type, types) {
  // A leading underscore marks the fields of Federation, which are not for people.
  const fields = (type.fields ?? [])
    .filter(({ name }) => !name.startsWith('_'))
    .map((field) => fieldOf(field, types));
  // An interface or union leads to each of its possible types.
  const possible = (type.possibleTypes ?? []).map(({ name }) => ({ name: '…', type: name, target: name }));
  return { name: type.name, description: type.description, fields, possible };
}

/** The names of the root types that the schema has. */
export const rootsOf = ({ queryType, mutationType, subscriptionType }) =>
  [queryType, mutationType, subscriptionType].filter(Boolean).map(({ name }) => name);

/** The types reachable from a root, by name, each with its fields and their target types. */
export function graphOf(schema, root) {
  const types = new Map(schema.types.map((type) => [type.name, type]));
  const nodes = new Map();
  const visit = (name) => {
    if (nodes.has(name)) return;
    const node = nodeOf(types.get(name), types);
    nodes.set(name, node);
    for (const { target } of [...node.fields, ...node.possible]) if (target) visit(target);
  };
  visit(root);
  return nodes;
}
