import { rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { createDemoData, startGateway } from './gateway.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /**
     * The endpoint of the gateway that all test files share. It serves demo data and grants all scopes to
     * every caller.
     */
    readonly gateway: string;
    /** A data directory with demo data, to copy. */
    readonly demoData: string;
  }
}

/** Starts the shared gateway. A test must not rely on row counts that include other tests' rows. */
export default async function setup(project: TestProject) {
  const demoData = await createDemoData();
  const options = { LIMIT_BUCKET: '1000000000', LIMIT_REFILL: '1000000000' };
  const gateway = await startGateway(options, { demoData });
  project.provide('gateway', gateway.url);
  project.provide('demoData', demoData);
  return async () => {
    await gateway.stop();
    await rm(demoData, { recursive: true, force: true });
  };
}
