import type { GraphQLSchema } from 'graphql';
import './scalars.ts';
import './node.ts';
import './account-group-mutation.ts';
import './carrier-mutation.ts';
import './customer.ts';
import './customer-address-mutation.ts';
import './customer-change-query.ts';
import './customer-merge-mutation.ts';
import './customer-mutation.ts';
import './customer-nested.ts';
import './customer-parent-mutation.ts';
import './customer-part-mutation.ts';
import './customer-query.ts';
import './customer-upsert-mutation.ts';
import './federation.ts';
import './service-level-mutation.ts';
import './shopper-mutation.ts';
import './term-mutation.ts';
import './unit-mutation.ts';
import './viewer.ts';
import { builder } from './builder.ts';
import { withRules } from './field-rules.ts';
import { withPlainFields } from './plain-fields.ts';
import { withoutThrowing } from './rejecting.ts';

/** The public schema with its access rules. The imported files register their types with the builder. */
export const schema: GraphQLSchema = withoutThrowing(withRules(withPlainFields(builder.toSchema())));
