import { SimulatedCluster } from '../../apiserver/SimulatedCluster';
import { populatedClusters } from '../__fixtures__/populatedClusters';
import { createWorld } from '../createWorld';

jest.useFakeTimers();

interface Report {
  scope: { kind: string; name: string };
  summary: Record<string, number>;
  results: { policy: string; result: string; message: string }[];
}

const world = createWorld({ spokes: 9, seed: 1 });
const clusters = populatedClusters(world);
const at = (name: string) => clusters.get(name)!;

function reportOf(cluster: SimulatedCluster, name: string): Report {
  return cluster
    .list('wgpolicyk8s.io', 'policyreports')
    .map(report => report as unknown as Report)
    .find(({ scope }) => scope.name === name && scope.kind !== 'Pod')!;
}

const failing = ({ results }: Report) =>
  results.filter(({ result }) => result === 'fail').map(({ policy }) => policy);

describe('the policies of the demo fleet', () => {
  afterAll(() => world.stop());

  it('are enforced by Kyverno, by Gatekeeper, and not everywhere', () => {
    const privileged = {
      group: 'kyverno.io',
      plural: 'clusterpolicies',
      name: 'disallow-privileged-containers',
    };
    const action = (name: string) =>
      String(JSON.stringify(at(name).get(privileged)?.spec)).match(
        /"failureAction":"(\w+)"/,
      )?.[1];
    expect(action('prod-us-east-1')).toBe('Enforce');
    expect(action('prod-ap-south-1')).toBe('Audit');
    expect(action('prod-eu-west-1')).toBeUndefined();
    expect(
      at('prod-eu-west-1').get({
        group: 'constraints.gatekeeper.sh',
        plural: 'k8spspprivilegedcontainer',
        name: 'no-privileged-containers',
      }),
    ).toMatchObject({ spec: { enforcementAction: 'deny' } });
  });

  it('are held against what runs', () => {
    const checkout = reportOf(at('prod-us-east-1'), 'checkout');
    expect(failing(checkout)).toEqual([
      'require-run-as-nonroot',
      'disallow-capabilities-strict',
      'require-pod-probes',
    ]);
    expect(checkout.summary).toMatchObject({ fail: 3, pass: 5 });
    expect(checkout.results[2].message).toMatch(
      /failed at path \/spec\/template\/spec\/securityContext\/runAsNonRoot\/$/,
    );
    expect(
      at('prod-eu-west-1').get({
        group: 'constraints.gatekeeper.sh',
        plural: 'k8spspallowedusers',
        name: 'not-as-root',
      }),
    ).toMatchObject({
      status: {
        violations: expect.arrayContaining([
          expect.objectContaining({
            kind: 'Pod',
            name: expect.stringMatching(/^checkout-/),
          }),
        ]),
      },
    });
  });

  it('let through what an exception names', () => {
    const { results } = reportOf(at('prod-us-east-1'), 'node-exporter');
    expect(
      results.find(({ policy }) => policy === 'disallow-host-path'),
    ).toMatchObject({
      result: 'skip',
      properties: { exceptions: 'node-exporter' },
    });
  });

  it('are tried out in CEL in development, with an exception that ends by itself', () => {
    const development = at('dev-us-east-1');
    const trial = (name: string) =>
      reportOf(development, name).results.find(
        ({ policy }) => policy === 'restrict-automount-sa-token',
      );
    expect(trial('indexer')).toMatchObject({
      result: 'fail',
      source: 'KyvernoValidatingPolicy',
      message: 'spec.automountServiceAccountToken must be set to false.',
    });
    expect(trial('search')).toMatchObject({ result: 'pass' });
    expect(trial('cert-manager')).toMatchObject({
      result: 'skip',
      properties: { exceptions: 'controllers' },
    });
    expect(trial('cert-manager')).not.toHaveProperty('rule');
    expect(
      development.get({
        group: 'policies.kyverno.io',
        plural: 'policyexceptions',
        namespace: 'cert-manager',
        name: 'controllers',
      }),
    ).toMatchObject({ spec: { expiresAt: expect.stringMatching(/^2.*Z$/) } });
  });

  it('report a new breach within seconds, and its end', () => {
    world.start(clusters, { speed: 1 });
    world.scenario('break-policy');
    jest.advanceTimersByTime(15_000);
    const report = () => reportOf(at('prod-us-east-1'), 'payments-api');
    expect(failing(report())).toEqual(['require-run-as-nonroot']);
    jest.advanceTimersByTime(11 * 60_000);
    expect(failing(report())).toEqual(['require-run-as-nonroot']);
    world.scenario('mend-policy');
    jest.advanceTimersByTime(6 * 60_000);
    expect(failing(report())).toEqual([]);
  });

  it('lose an exception that expires', () => {
    const end = () =>
      new Date(
        at('prod-us-east-1').get({
          group: 'kyverno.io',
          plural: 'policyexceptions',
          namespace: 'monitoring',
          name: 'node-exporter',
        })!.metadata.annotations!['example.org/expires'],
      ).getTime();
    expect(end()).toBeGreaterThan(Date.now());
    world.scenario('expire-exception');
    expect(end()).toBeLessThan(Date.now());
  });

  it('can be weakened by hand, until Flux looks', () => {
    const action = () =>
      at('prod-us-east-1').get({
        group: 'kyverno.io',
        plural: 'clusterpolicies',
        name: 'disallow-privileged-containers',
      })?.spec as { rules: { validate: { failureAction: string } }[] };
    world.scenario('weaken-policy');
    expect(action().rules[0].validate.failureAction).toBe('Audit');
    jest.advanceTimersByTime(11 * 60_000);
    expect(action().rules[0].validate.failureAction).toBe('Enforce');
  });
});
