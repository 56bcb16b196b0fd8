import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';
import { isLeftOut } from '../../execution/collect.ts';
import { SelectionCount } from '../../execution/selection-count.ts';
import { type PathStep, Requirements } from '../scope-check.ts';
import { checkLists } from './list-check.ts';
import { baseOf, countOf, isList, passesOf, type Role, roleOf } from './shape.ts';

/** A field of the operation, as it is priced. */
export interface PlannedField {
  /** Its key in the response. */
  readonly key: string;
  readonly role: Role;
  readonly base: number;
  readonly count: number;
  /** How many times the field scans the matches of its connection. */
  readonly passes: number;
  /** Null for a leaf field. */
  readonly selection: Selection | null;
}

/** The selected fields of an object: each fragment is flattened once, and skipped selections are omitted. */
export interface Selection {
  readonly fields: readonly PlannedField[];
  /** Fields that cost something in a response; the rows of a page are counted with their connection. */
  readonly paid: readonly PlannedField[];
}

/** The operation's selection, with the scopes that its fields require. */
export interface OperationSelection extends Selection {
  readonly requirements: Requirements;
}

const isPaid = ({ role, base }: PlannedField): boolean => role !== 'row' && (role !== 'leaf' || base > 0);

type Values = Readonly<Record<string, unknown>>;

export interface Operation {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The coerced variables. */
  readonly variables: Values;
  /** Counts the visited selections. */
  readonly count?: SelectionCount;
}

const metaFields: Readonly<Record<string, GraphQLField<unknown, unknown>>> = {
  __schema: SchemaMetaFieldDef,
  __type: TypeMetaFieldDef,
};

function definitionOf(parent: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | undefined {
  if (name in metaFields) return metaFields[name];
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
}

/** Invalid values are reported when the field is executed. */
function argumentsOf(definition: GraphQLField<unknown, unknown>, node: FieldNode, variables: Values): Values {
  if (definition.args.length === 0) return {};
  try {
    return getArgumentValues(definition, node, variables);
  } catch {
    return {};
  }
}

/** The target for the fields of a selection and its fragments. */
interface Collected {
  readonly at: PathStep | null;
  readonly into: PlannedField[];
  readonly seen: Set<string>;
}

class Planner {
  readonly #of: Operation;
  readonly #count: SelectionCount;
  readonly #selections = new Map<SelectionSetNode, Selection>();
  readonly requirements = new Requirements();
  readonly #fields = new Map<
    FieldNode,
    { readonly parent: GraphQLNamedType; readonly field: PlannedField }
  >();

  constructor(of: Operation) {
    this.#of = of;
    this.#count = of.count ?? new SelectionCount();
  }

  /** Plans each selection of the document once, however many paths lead to it. */
  plan(set: SelectionSetNode, parent: GraphQLNamedType, at: PathStep | null = null): Selection {
    const known = this.#selections.get(set);
    if (known !== undefined) return known;
    const fields: PlannedField[] = [];
    this.#collect(set, parent, { at, into: fields, seen: new Set() });
    const selection = { fields, paid: fields.filter(isPaid) };
    this.#selections.set(set, selection);
    return selection;
  }

  #collect(set: SelectionSetNode, parent: GraphQLNamedType, collected: Collected): void {
    this.#count.add(set.selections.length);
    for (const each of set.selections) {
      if (isLeftOut(each, this.#of.variables)) continue;
      if (each.kind === Kind.FIELD) {
        const field = this.#field(each, parent, collected.at);
        if (field) collected.into.push(field);
        continue;
      }
      const fragment =
        each.kind === Kind.FRAGMENT_SPREAD ? this.#spread(each.name.value, collected.seen) : each;
      if (fragment === undefined) continue;
      const condition = fragment.typeCondition?.name.value;
      this.#collect(fragment.selectionSet, this.#narrowed(parent, condition), collected);
    }
  }

  /**
   * The type of a fragment's fields. In a fragment on an
   * interface, an object type is kept, for its own access rules.
   */
  #narrowed(parent: GraphQLNamedType, condition: string | undefined): GraphQLNamedType {
    const type = condition === undefined ? undefined : this.#of.schema.getType(condition);
    return type === undefined || (isAbstractType(type) && isObjectType(parent)) ? parent : type;
  }

  #spread(name: string, seen: Set<string>): FragmentDefinitionNode | undefined {
    if (seen.has(name)) return undefined;
    seen.add(name);
    return this.#of.fragments.get(name);
  }

  /** Plans a fragment's field once for a type, however many selections spread the fragment. */
  #field(node: FieldNode, parent: GraphQLNamedType, above: PathStep | null): PlannedField | undefined {
    const known = this.#fields.get(node);
    if (known?.parent === parent) return known.field;
    const definition = definitionOf(parent, node.name.value);
    if (definition === undefined) return undefined;
    const field = this.#planned(node, parent, definition, above);
    this.#fields.set(node, { parent, field });
    return field;
  }

  #planned(
    node: FieldNode,
    parent: GraphQLNamedType,
    definition: GraphQLField<unknown, unknown>,
    above: PathStep | null,
  ): PlannedField {
    const { schema, variables } = this.#of;
    const args = argumentsOf(definition, node, variables);
    checkLists(definition.args, args);
    const role = roleOf(parent, definition);
    const key = node.alias?.value ?? node.name.value;
    // A path ends at a list: below it, a response path would need an index.
    const at = above?.isList ? above : { key, isList: isList(definition), above };
    this.requirements.add(parent, definition, at);
    const selection = node.selectionSet
      ? this.plan(node.selectionSet, getNamedType(definition.type), at)
      : null;
    return {
      key,
      role,
      base: baseOf(definition, parent === schema.getMutationType(), args, selection),
      passes: passesOf(definition),
      count: countOf(definition, role, args),
      selection,
    };
  }
}

/** Plans an operation for pricing; throws if one of its list arguments is over the limit. */
export function planOf(of: Operation): OperationSelection {
  const root = of.schema.getRootType(of.operation.operation);
  if (!root) return { fields: [], paid: [], requirements: new Requirements() };
  const planner = new Planner(of);
  const selection = planner.plan(of.operation.selectionSet, root);
  return { ...selection, requirements: planner.requirements };
}
