import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import {
  graceSeconds,
  imageVariables,
  isPinned,
  oldSpaceBytes,
  packageJson,
  read,
  readYaml,
  unknownNames,
} from './manifests.ts';

const folder = 'deploy/kubernetes';
const files = readdirSync(new URL(`../../${folder}`, import.meta.url));
const objects = files.flatMap((file) => readYaml(`${folder}/${file}`));
const ofKind = (kind: string) => objects.filter((each) => each.kind === kind);

const [{ spec: deployment }] = ofKind('Deployment');
const [job] = ofKind('Job');
const [config] = ofKind('ConfigMap');
const pods = [deployment.template.spec, job.spec.template.spec];
const containers = pods.flatMap((each) => each.containers);
const [gateway] = deployment.template.spec.containers;

/** Secrets as docs/deployment.md creates them. */
const secrets = {
  DATABASE_URL: 'postgresql://gateway_owner:secret@db.internal:5432/customers',
  AUTH_API_KEY_SECRET: 'a'.repeat(32),
};

test('the gateway’s options are valid, beside the secrets', () => {
  const variables = { ...imageVariables, ...config.data };
  const all = { ...variables, ...secrets, ...(gateway.env ?? {}) };

  expect(unknownNames(variables)).toEqual([]);
  expect(Object.values(config.data).every((value) => typeof value === 'string')).toBe(true);
  expect(readConfig(all)).toMatchObject({ host: '0.0.0.0' });
});

test('images have the version of the package', () => {
  const images = containers.map(({ image }) => image);

  expect(images).toEqual(images.map(() => `registry.example.com/customer-gateway:${packageJson.version}`));
  expect(images.filter((name) => !isPinned(name))).toEqual([]);
  expect(job.metadata.name).toMatch(new RegExp(`-${packageJson.version.replaceAll('.', '\\.')}$`));
});

test('probes ask /health and /ready at the port of the image', () => {
  const { startupProbe, livenessProbe, readinessProbe, ports } = gateway;

  expect([startupProbe, livenessProbe, readinessProbe].map(({ httpGet }) => httpGet)).toEqual(
    ['/health', '/health', '/ready'].map((path) => ({ path, port: 'http' })),
  );
  const [http] = ports.filter(({ name }: { name: string }) => name === 'http');
  expect(String(http.containerPort)).toBe(imageVariables.PORT);
  const [service] = ofKind('Service');
  expect(service.spec.ports[0].targetPort).toBe('http');
});

test('a roll-out replaces pods that are ready, and gives them time to stop', () => {
  const { readinessProbe } = gateway;
  const noticed = readinessProbe.periodSeconds * readinessProbe.failureThreshold;
  const [budget] = ofKind('PodDisruptionBudget');

  expect(deployment.strategy.rollingUpdate.maxUnavailable).toBe(0);
  expect(Number(config.data.DRAIN_MS)).toBeGreaterThan(noticed * 1_000);
  expect(deployment.template.spec.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(
    graceSeconds(config.data),
  );
  expect(budget.spec.maxUnavailable).toBeLessThan(deployment.replicas);
});

test('selectors find the pods of the gateway, not those of the migration', () => {
  const { labels } = deployment.template.metadata;
  const selectors = [
    deployment.selector.matchLabels,
    ...ofKind('Service').map(({ spec }) => spec.selector),
    ...ofKind('PodDisruptionBudget').map(({ spec }) => spec.selector.matchLabels),
    ...ofKind('NetworkPolicy').map(({ spec }) => spec.podSelector.matchLabels),
    ...deployment.template.spec.topologySpreadConstraints.map(
      (each: { labelSelector: { matchLabels: object } }) => each.labelSelector.matchLabels,
    ),
  ];

  expect(selectors).toEqual(selectors.map(() => labels));
  expect(job.spec.template.metadata.labels).not.toMatchObject(labels);
  expect(job.spec.template.spec.containers[0].args).toEqual(['migrate']);
});

test('every pod can send requests; only Prometheus can scrape the metrics', () => {
  const [{ spec }] = ofKind('NetworkPolicy');
  const { ports } = gateway;
  const openTo = (name: string) =>
    spec.ingress.filter((rule: { ports: readonly { port: string }[] }) =>
      rule.ports.some(({ port }) => port === name),
    );

  expect(ports.map(({ name }: { name: string }) => name)).toEqual(['http', 'metrics']);
  expect(openTo('http').map(({ from }: { from?: object }) => from)).toEqual([undefined]);
  const selected = openTo('metrics').flatMap(
    ({ from }: { from: readonly { podSelector: { matchLabels: object } }[] }) =>
      from.map(({ podSelector }) => podSelector.matchLabels),
  );
  expect(selected).toEqual([{ 'app.kubernetes.io/name': 'prometheus' }]);
});

test('pods have the restricted security context, and memory for the heap of `npm start`', () => {
  for (const pod of pods) {
    expect(pod.securityContext).toMatchObject({
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(pod).toMatchObject({ automountServiceAccountToken: false, enableServiceLinks: false });
  }
  for (const { securityContext, resources } of containers) {
    expect(securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(resources.requests).toHaveProperty('cpu');
  }
  const { memory } = gateway.resources.limits;
  expect(Number.parseInt(memory, 10) * 1024 ** 3).toBeGreaterThan(oldSpaceBytes + 300 * 1024 ** 2);
});

test('kustomization.yaml has all other files, except the job, which runs before', () => {
  const [{ resources }] = ofKind('Kustomization');

  const others = files.filter((name) => !['kustomization.yaml', 'migrate.yaml'].includes(name));
  expect([...resources].sort()).toEqual(others.sort());
  expect(read('docs/deployment.md')).toContain('kubectl apply --filename deploy/kubernetes/migrate.yaml');
});
