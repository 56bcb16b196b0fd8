import type { TestProject } from 'vitest/node';
import { startGateway } from './gateway.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the gateway that all files share serves GraphQL: demo data, and whoever asks may do all. */
    readonly gateway: string;
  }
}

/** One gateway for the tools to talk to. What a test writes there, others must not count. */
export default async function setup(project: TestProject) {
  const gateway = await startGateway({ LIMIT_BUCKET: '1000000000', LIMIT_REFILL: '1000000000' });
  project.provide('gateway', gateway.url);
  return () => gateway.stop();
}
