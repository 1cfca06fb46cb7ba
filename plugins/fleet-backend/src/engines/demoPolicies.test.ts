import type {
  FleetRecord,
  KubernetesObject,
  PolicyRecord,
  PolicyReportRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { createDemoFleet, type DemoFleet } from '@fleetcommander/demo-fleet';
import { builtInEngines } from './builtInEngines';
import { findEngineKind } from './findEngineKind';

/** Groups of which engines for policies read every kind that the demo fleet writes. */
const groups = [
  'admissionregistration.k8s.io',
  'aquasecurity.github.io',
  'constraints.gatekeeper.sh',
  'kyverno.io',
  'policies.kyverno.io',
  'templates.gatekeeper.sh',
  'wgpolicyk8s.io',
];

/** What engines make of the policies of one cluster. */
function recordsOn(fleet: DemoFleet, cluster: string): FleetRecord[] {
  const { objects } = fleet.cluster(cluster);
  return objects.resources
    .all()
    .filter(({ group }) => groups.includes(group))
    .flatMap(({ group, plural }) => objects.list(group, plural))
    .flatMap(object => {
      const { apiVersion, kind } = object;
      const found = findEngineKind(builtInEngines, apiVersion, kind);
      if (!found) {
        throw new Error(`no engine reads ${apiVersion} ${kind}`);
      }
      return found.kind.project(object as KubernetesObject, { proofKeys: [] });
    });
}

describe('what the demo fleet writes of policies', () => {
  let fleet: DemoFleet;
  let records: Map<string, FleetRecord[]>;

  beforeAll(async () => {
    fleet = await createDemoFleet({
      spokes: 9,
      seed: 1,
      basePort: 0,
      still: true,
    });
    await fleet.start();
    records = new Map(
      [...fleet.clusters.keys()].map(name => [name, recordsOn(fleet, name)]),
    );
  });

  afterAll(() => fleet.stop());

  function policy(cluster: string, name: string): PolicyRecord | undefined {
    return records
      .get(cluster)!
      .find(
        (record): record is PolicyRecord =>
          record.type === 'policy' && record.name === name,
      );
  }

  const reportsOn = (cluster: string) =>
    records
      .get(cluster)!
      .filter(
        (record): record is PolicyReportRecord =>
          record.type === 'policy-report',
      );

  it('is one control under two engines, enforced by all of production but one', () => {
    const standing = [
      ['prod-us-east-1', 'disallow-privileged-containers'],
      ['prod-eu-west-1', 'no-privileged-containers'],
      ['prod-ap-south-1', 'disallow-privileged-containers'],
    ].map(([cluster, name]) => {
      const { engine, controls, bindings } = policy(cluster, name)!;
      return [engine, controls, bindings.map(({ mode }) => mode)];
    });
    expect(standing).toEqual([
      ['kyverno', ['privileged-containers'], ['enforce']],
      ['gatekeeper', ['privileged-containers'], ['enforce']],
      ['kyverno', ['privileged-containers'], ['audit']],
    ]);
  });

  it('has an example of a policy that is absent, of another version, and not ready', () => {
    expect(
      policy('staging-ap-south-1', 'restrict-image-registries'),
    ).toBeUndefined();
    const hash = (cluster: string) =>
      policy(cluster, 'disallow-latest-tag')!.contentHash;
    expect(hash('prod-us-east-1')).toBe(hash('hub'));
    expect(hash('dev-us-east-1')).not.toBe(hash('hub'));
    expect(policy('dev-ap-south-1', 'require-requests-limits')!.state).toBe(
      'failing',
    );
  });

  it('counts as its summaries say, whoever reports', () => {
    for (const cluster of records.keys()) {
      const reports = reportsOn(cluster);
      expect(reports.length).toBeGreaterThan(0);
      for (const { name, stated } of reports) {
        expect([name, stated]).toEqual([name, undefined]);
      }
    }
    const engines = new Set(
      reportsOn('prod-us-east-1').map(({ engine }) => engine),
    );
    expect(engines).toEqual(new Set(['policy-reports', 'trivy']));
  });

  it('tells what each breach of checkout is, and where', () => {
    const breaches = reportsOn('prod-us-east-1')
      .filter(({ engine }) => engine === 'policy-reports')
      .flatMap(({ results }) => results)
      .filter(
        ({ subject }) =>
          subject.kind === 'Deployment' && subject.name === 'checkout',
      );
    expect(
      breaches.map(({ policy: name, severity, field }) => [
        name,
        severity,
        field,
      ]),
    ).toEqual([
      [
        'require-run-as-nonroot',
        'high',
        'spec.template.spec.securityContext.runAsNonRoot',
      ],
      [
        'disallow-capabilities-strict',
        'medium',
        'spec.template.spec.containers[0].securityContext.capabilities.drop',
      ],
      [
        'require-pod-probes',
        'low',
        'spec.template.spec.containers[0].livenessProbe',
      ],
    ]);
  });

  it('has exceptions of either generation, with and without an end', () => {
    const exceptions = (cluster: string) =>
      Object.fromEntries(
        records
          .get(cluster)!
          .flatMap(record =>
            record.type === 'policy-exception'
              ? [[record.name, record.expiresAt]]
              : [],
          ),
      );
    const time = expect.stringMatching(/^\d{4}-/);
    expect(exceptions('prod-us-east-1')).toEqual({
      'indexer-as-root': time,
      'nightly-batch': time,
      'node-exporter': time,
      'prometheus-as-root': undefined,
    });
    expect(exceptions('dev-us-east-1')).toEqual({ controllers: time });
  });
});
