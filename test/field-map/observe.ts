import { type GraphQLOutputType, getNamedType, isEnumType, isInterfaceType, isObjectType } from 'graphql';
import { schema } from '../../src/schema/index.ts';
import { typeNamed } from '../selection.ts';

/** The contents of responses: fields that were not null, values of enums and booleans with their operations, and ids. */
export class Observed {
  readonly fields = new Set<string>();
  readonly values = new Map<string, Set<string>>();
  readonly ids = new Map<string, Set<string>>();

  /** Notes the data of an operation without aliases. */
  note(root: 'Query' | 'Mutation', data: object): void {
    for (const [name, value] of Object.entries(data)) this.#object(typeNamed(root), { [name]: value }, name);
  }

  #object(type: GraphQLOutputType, value: object, operation: string): void {
    const named = '__typename' in value ? schema.getType(String(value.__typename)) : getNamedType(type);
    if (isInterfaceType(named) || !isObjectType(named)) return;
    if ('id' in value)
      this.ids.set(named.name, (this.ids.get(named.name) ?? new Set()).add(String(value.id)));
    for (const [name, field] of Object.entries(value)) {
      const definition = named.getFields()[name];
      if (definition === undefined || field === null) continue;
      if (Array.isArray(field) && field.length === 0) continue;
      this.fields.add(`${named.name}.${name}`);
      for (const each of [field].flat(2))
        this.#value(definition.type, each, `${named.name}.${name}`, operation);
    }
  }

  #value(type: GraphQLOutputType, value: unknown, coordinate: string, operation: string): void {
    const named = getNamedType(type);
    if (isEnumType(named)) this.#seen(`${named.name}.${value}`, operation);
    else if (typeof value === 'boolean') this.#seen(`${coordinate}: ${value}`, operation);
    else if (typeof value === 'object' && value !== null && !named.name.startsWith('JSON'))
      this.#object(type, value, operation);
  }

  #seen(value: string, operation: string): void {
    this.values.set(value, (this.values.get(value) ?? new Set()).add(operation));
  }
}
