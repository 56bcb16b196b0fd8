import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
} from 'graphql';
import type { Context, Scope } from '../context.ts';
import { requestError } from './request-error.ts';

/** The scope that a field takes; null: whoever signed in may have it, and its type's fields have needs of their own. */
type Need = Scope | null;
export type Access = Readonly<Record<string, Readonly<Record<string, Need>>>>;

/**
 * Who may have what, all of it. Everything that can be read or done begins at a field of these types, so that nothing
 * below them needs a rule; the schema is not built while one of their fields has none.
 */
export const access: Access = {
  Mutation: {
    customerBulkUpsert: 'customers:write',
    customerAddressCreate: 'customers:write',
    customerAddressDelete: 'customers:write',
    customerAddressUpdate: 'customers:write',
    accountGroupCreate: 'settings:write',
    accountGroupDelete: 'settings:write',
    accountGroupUpdate: 'settings:write',
    carrierCreate: 'settings:write',
    carrierDelete: 'settings:write',
    carrierUpdate: 'settings:write',
    customerCreate: 'customers:write',
    customerDiscontinue: 'customers:write',
    customerMerge: 'customers:write',
    customerMetadataPatch: 'customers:write',
    customerPriceGroupsAdd: 'customers:write',
    customerPriceGroupsRemove: 'customers:write',
    customerReactivate: 'customers:write',
    customerSetParent: 'customers:write',
    customerTagsAdd: 'customers:write',
    customerTagsRemove: 'customers:write',
    customerUpdate: 'customers:write',
    customerUpsert: 'customers:write',
    paymentTermCreate: 'settings:write',
    paymentTermDelete: 'settings:write',
    paymentTermUpdate: 'settings:write',
    serviceLevelCreate: 'settings:write',
    serviceLevelDelete: 'settings:write',
    serviceLevelUpdate: 'settings:write',
    shippingTermCreate: 'settings:write',
    shippingTermDelete: 'settings:write',
    shippingTermUpdate: 'settings:write',
    shopperPasswordReset: 'customers:write',
    shopperPasswordResetRequest: 'customers:write',
    shopperPasswordSet: 'customers:write',
    unitCreate: 'settings:write',
  },
  Query: {
    _entities: 'customers:read',
    _service: null,
    accountGroups: 'customers:read',
    accountUsers: 'customers:read',
    carriers: 'customers:read',
    customer: 'customers:read',
    customerChanges: 'customers:read',
    customers: 'customers:read',
    node: 'customers:read',
    nodes: 'customers:read',
    paymentTerms: 'customers:read',
    priorities: 'customers:read',
    shippingTerms: 'customers:read',
    units: 'customers:read',
    viewer: null,
  },
  Subscription: {
    customerChanged: 'customers:read',
  },
  Viewer: {
    account: 'customers:read',
    accountUser: 'customers:read',
    scopes: null,
  },
  _Service: {
    sdl: null,
  },
};

function objectsOf(schema: GraphQLSchema, type: GraphQLNamedType): readonly GraphQLObjectType[] {
  if (isAbstractType(type)) return schema.getPossibleTypes(type);
  return isObjectType(type) ? [type] : [];
}

/** The types whose fields can be asked for without any scope before: the roots, and what open fields lead to. */
function openTypes(schema: GraphQLSchema, rules: Access): ReadonlySet<GraphQLObjectType> {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const open = new Set(roots.filter((type) => type != null));
  for (const type of open)
    for (const field of Object.values(type.getFields()))
      if (rules[type.name]?.[field.name] === null)
        for (const each of objectsOf(schema, getNamedType(field.type))) open.add(each);
  return open;
}

/** The fields of open types without a rule, and the rules that are no such field's. */
export function accessFaults(schema: GraphQLSchema, rules: Access): readonly string[] {
  const fields = [...openTypes(schema, rules)].flatMap((type) =>
    Object.keys(type.getFields()).map((field) => `${type.name}.${field}`),
  );
  const ruled = Object.entries(rules).flatMap(([type, needs]) =>
    Object.keys(needs).map((field) => `${type}.${field}`),
  );
  return [
    ...fields.filter((field) => !ruled.includes(field)).map((field) => `${field} has no rule`),
    ...ruled.filter((field) => !fields.includes(field)).map((field) => `${field} has a rule for nothing`),
  ];
}

type Resolve = GraphQLFieldResolver<unknown, Context>;

function withScope(resolve: Resolve, scope: Scope): Resolve {
  return (source, args, context, info) => {
    if (context.viewer.scopes.includes(scope)) return resolve(source, args, context, info);
    // Rejected, not thrown: see rejecting.ts.
    return Promise.reject(
      requestError(
        'FORBIDDEN',
        `\`${info.fieldName}\` takes the scope \`${scope}\`, which this token or API key does not have.`,
        { scope },
      ),
    );
  };
}

function guardField(field: GraphQLField<unknown, Context>, scope: Scope): void {
  field.resolve = withScope(field.resolve ?? defaultFieldResolver, scope);
  if (field.subscribe) field.subscribe = withScope(field.subscribe, scope);
}

/** The schema, each field of the open types behind its scope; fields below them are as they were, at no cost. */
export function guarded(schema: GraphQLSchema, rules: Access = access): GraphQLSchema {
  const faults = accessFaults(schema, rules);
  if (faults.length > 0) throw new Error(`Who may have what is not clear (access.ts): ${faults.join(', ')}.`);
  for (const type of openTypes(schema, rules))
    for (const field of Object.values(type.getFields())) {
      const need = rules[type.name]?.[field.name];
      if (need) guardField(field, need);
    }
  return schema;
}
