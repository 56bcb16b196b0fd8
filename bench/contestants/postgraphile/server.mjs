// PostGraphile 5 in library mode, as in its documentation: Amber, and its community's connection filter.
import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { makeJSONPgSmartTagsPlugin } from 'postgraphile/utils';
import { PostGraphileConnectionFilterPreset } from 'postgraphile-plugin-connection-filter';
import { serve } from '../serve.mjs';

// The tables' natural keys are unique indexes, which PostGraphile must be configured to use as keys.
const keys = makeJSONPgSmartTagsPlugin({
  version: 1,
  config: { class: { customers: { tags: { unique: 'account_id,number' } } } },
});

const preset = {
  extends: [PostGraphileAmberPreset, PostGraphileConnectionFilterPreset],
  plugins: [keys],
  schema: { connectionFilterRelations: true },
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false, maxRequestLength: 1_000_000 },
  grafast: { explain: false },
  pgServices: [
    makePgService({
      connectionString: process.env.DATABASE_URL,
      schemas: ['public'],
      poolConfig: { max: Number(process.env.POOL_SIZE) },
    }),
  ],
};

const server = createServer();
await postgraphile(preset).createServ(grafserv).addTo(server);
serve(server);
