import { expect, test } from 'vitest';
import { catalogue } from '../../src/observe/metrics/catalogue.ts';
import { read, readYaml } from './manifests.ts';

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: Readonly<Record<string, string>>;
}

const folder = 'deploy/monitoring';
const rules: readonly Rule[] = readYaml(`${folder}/alerts.yaml`)[0].groups.flatMap(
  (group: { rules: readonly Rule[] }) => group.rules,
);
const names = rules.map(({ alert }) => alert);
const dashboard = JSON.parse(read(`${folder}/dashboard.json`));
const panels: readonly { title: string; targets?: readonly { expr: string }[] }[] = dashboard.panels;
const queries = panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));

/** Names of metrics and of their labels, of all metrics of the gateway. */
const known = new Set(
  Object.entries<{ type: string; labels?: object }>(catalogue).flatMap(([name, { type, labels = {} }]) => [
    ...(type === 'histogram' ? ['bucket', 'sum', 'count'].map((suffix) => `${name}_${suffix}`) : [name]),
    ...Object.keys(labels),
  ]),
);

test('every alert has a severity, a section in the runbook and a test', () => {
  const runbook = read('docs/runbook.md');
  const [{ tests }] = readYaml(`${folder}/alerts.test.yaml`);
  const tested = tests.filter(({ promql_expr_test }: { promql_expr_test: { exp_samples?: object[] }[] }) =>
    promql_expr_test.some(({ exp_samples = [] }) => exp_samples.length > 0),
  );

  expect([...runbook.matchAll(/^## (\w+)$/gm)].map(([, name]) => name)).toEqual(names);
  expect([...new Set(tested.map(({ name }: { name: string }) => name))].sort()).toEqual([...names].sort());
  for (const { alert, labels, annotations } of rules) {
    expect(['critical', 'warning']).toContain(labels.severity);
    expect(annotations).toMatchObject({
      summary: expect.stringMatching(/\.$/),
      runbook: `docs/runbook.md#${alert.toLowerCase()}`,
    });
  }
});

test('links and panels that the runbook names exist', () => {
  const runbook = read('docs/runbook.md');
  const links = [...runbook.matchAll(/\]\(#(\w+)\)/g)].map(([, link]) => link);
  const named = [...runbook.matchAll(/\*([A-Z][^*:]+)\*(?!\*)/g)].map(([, title]) => title);

  expect(links.filter((link) => !names.some((name) => name.toLowerCase() === link))).toEqual([]);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((title) => !panels.some((panel) => panel.title === title))).toEqual([]);
});

test('rules and panels ask for metrics and labels of the gateway', () => {
  const words = [...rules.map(({ expr }) => expr), ...queries].flatMap((expr) =>
    expr.replaceAll(/"[^"]*"/g, '""').match(/\b[a-z][a-z0-9]*(_[a-z0-9]+)+\b/g),
  );
  const ofPromql = ['histogram_quantile', 'min_over_time', '__rate_interval'];
  const unknown = words.filter((word) => word !== null && !known.has(word) && !ofPromql.includes(word));

  expect(queries.length).toBeGreaterThan(40);
  expect([...new Set(unknown)]).toEqual([]);
});

test('Prometheus scrapes the port and has the job that the rules and the dashboard name', () => {
  const [prometheus] = readYaml('deploy/compose/prometheus.yaml');
  const [{ services }] = readYaml('deploy/compose.yaml');
  const [{ job_name: job, static_configs: targets }] = prometheus.scrape_configs;
  const [{ data }] = readYaml('deploy/kubernetes/config.yaml');
  const [{ spec }] = readYaml('deploy/kubernetes/gateway.yaml');
  const { metadata } = spec.template;
  const [{ ports }] = spec.template.spec.containers;

  expect(targets).toEqual([{ targets: [`gateway:${services.gateway.environment.METRICS_PORT}`] }]);
  for (const expr of [...rules.map((rule) => rule.expr), ...queries])
    for (const [, name] of expr.matchAll(/\bjob="([^"]*)"/g)) expect(name).toBe(job);
  expect(services.prometheus.volumes).toContain(`./monitoring/alerts.yaml:${prometheus.rule_files[0]}:ro`);
  expect(metadata.annotations['prometheus.io/port']).toBe(data.METRICS_PORT);
  expect(ports).toContainEqual({ name: 'metrics', containerPort: Number(data.METRICS_PORT) });
});
