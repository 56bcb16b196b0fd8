import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { createYoga } from 'graphql-yoga';
import { serve } from '../serve.mjs';
import { generated } from './generate.mjs';
import { createSchema } from './schema.mjs';

const { PrismaClient } = createRequire(import.meta.url)(join(generated, 'client'));

const prisma = new PrismaClient({
  adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL, max: Number(process.env.POOL_SIZE) }),
});

const yoga = createYoga({
  schema: createSchema(prisma, process.env.ACCOUNT_ID),
  graphiql: false,
  landingPage: false,
});
serve(createServer(yoga));
