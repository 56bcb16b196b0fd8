import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../bench/paths.mjs';
import { Fleet } from './fleet.mjs';
import { alwaysFiring, Prometheus } from './prometheus.mjs';
import { run } from './replay.mjs';
import { scenarios } from './scenarios.mjs';

const folder = join(root, 'deploy', 'monitoring');

/** Checks the syntax of the rules and their tests. */
export async function checkRules() {
  await run('promtool', ['check', 'rules', join(folder, 'alerts.yaml')]);
  await run('promtool', [
    'check',
    'config',
    '--syntax-only',
    join(root, 'deploy', 'compose', 'prometheus.yaml'),
  ]);
  await run('promtool', ['test', 'rules', join(folder, 'alerts.test.yaml')], { cwd: folder });
}

/** The queries of all panels, with values in place of the dashboard's variables. */
async function panelQueries() {
  const { panels } = JSON.parse(await readFile(join(folder, 'dashboard.json'), 'utf8'));
  return panels.flatMap(({ title, targets = [] }) =>
    targets.map(({ expr }) => ({
      title,
      expression: expr.replaceAll('$instance', '.*').replaceAll('$__rate_interval', '5m'),
    })),
  );
}

/** Panels whose queries return no number. */
async function emptyPanels(prometheus) {
  const findings = [];
  for (const { title, expression } of await panelQueries()) {
    const samples = await prometheus.query(expression);
    if (!samples.some(({ value }) => Number.isFinite(value)))
      findings.push(`the panel "${title}" is empty: ${expression}`);
  }
  return findings;
}

/** Alerts that fire although nothing is broken, once all gateways were scraped and the others have ended. */
async function falseAlerts(prometheus, fleet) {
  const gateways = Object.values(fleet.gateways).length;
  const unexpected = async () => {
    const names = (await prometheus.firing()).map(({ labels }) => labels.alertname);
    return names.filter((name) => !alwaysFiring.includes(name));
  };
  await prometheus.until(async () => {
    const [ready] = await prometheus.query('sum(gateway_ready)');
    return ready?.value === gateways && (await unexpected()).length === 0;
  });
  return (await unexpected()).map((name) => `${name} fires although nothing is broken`);
}

/** Alerts that no scenario makes fire. */
async function undrilledAlerts() {
  const rules = await readFile(join(folder, 'alerts.yaml'), 'utf8');
  const drilled = [...alwaysFiring, ...scenarios.flat().flatMap(({ alerts }) => alerts)];
  return [...rules.matchAll(/- alert: (\w+)/g)]
    .map(([, name]) => name)
    .filter((name) => !drilled.includes(name))
    .map((name) => `${name} has no scenario`);
}

/** Breaks something for each alert. */
async function drillAlerts(stage) {
  const findings = [...(await undrilledAlerts()), ...(await stage.prometheus.fires(alwaysFiring))];
  for (const group of scenarios)
    await Promise.all(
      group.map(async ({ alerts, run: scenario }) => {
        await scenario(stage, async () => void findings.push(...(await stage.prometheus.fires(alerts))));
        console.log(`${alerts.join(', ')}: done.`);
      }),
    );
  return findings;
}

/**
 * Runs gateways of the image under Prometheus, breaks something for each alert, and then asks each panel's query.
 * @returns {Promise<string[]>} findings
 */
export async function monitor(image, services, key) {
  const [fleet, prometheus] = [new Fleet(), new Prometheus(services.home)];
  try {
    await fleet.open(image, services, key);
    const ports = Object.values(fleet.gateways).map(({ metricsPort }) => metricsPort);
    await prometheus.open([...ports, await fleet.openOtherVersion()]);
    const findings = await falseAlerts(prometheus, fleet);
    console.log(`${Object.keys(fleet.gateways).length} gateways under load: ${findings.length} alerts.`);
    findings.push(...(await drillAlerts({ fleet, services, prometheus })));
    const isBack = () =>
      prometheus.query('gateway_ready == 1').then((ready) => ready.length === ports.length);
    if (!(await prometheus.until(isBack))) findings.push('not all gateways became ready again');
    return [...findings, ...(await emptyPanels(prometheus))];
  } finally {
    await fleet.close();
  }
}
