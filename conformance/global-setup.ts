import type { TestProject } from 'vitest/node';
import { startGateway } from './gateway.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /**
     * The endpoint of the gateway that all test files share. It serves demo data and grants all scopes to
     * every caller.
     */
    readonly gateway: string;
  }
}

/** Starts the shared gateway. A test must not rely on row counts that include other tests' rows. */
export default async function setup(project: TestProject) {
  const gateway = await startGateway({ LIMIT_BUCKET: '1000000000', LIMIT_REFILL: '1000000000' });
  project.provide('gateway', gateway.url);
  return () => gateway.stop();
}
