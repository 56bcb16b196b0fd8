import { stop } from '../../../bench/processes.mjs';

/** @type {import('../types.mjs').Fault} */
export const rollingStop = {
  name: 'rolling-stop',
  about: 'two gateways behind a load balancer are replaced one after the other with SIGTERM',
  isShort: true,
  gateways: 2,
  env: { DRAIN_MS: '2000' },
  rejects: [],
  async run(stage) {
    stage.balance();
    for (const old of [...stage.gateways]) {
      await stage.addGateway();
      await stage.steady();
      const stopped = stop(old.child);
      await stage.expects('`/ready` reports draining', () => old.state === 'draining');
      await stopped;
      if (old.child.exitCode !== 0)
        stage.findings.push(
          `a gateway ended with ${old.child.signalCode ?? `exit code ${old.child.exitCode}`}`,
        );
      stage.removeGateway(old);
      await stage.steady();
    }
  },
};
