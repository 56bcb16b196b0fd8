import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './__generated__/schema';

export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { DateTime: string; Decimal: string; JSON: unknown; JSONObject: Record<string, unknown> };
}>();
