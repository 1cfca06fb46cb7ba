import path from 'node:path';
import type {
  KubernetesObject,
  PolicyReportRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { projectFixture } from '../__fixtures__/projectFixture';
import { policyReportsEngine } from './policyReportsEngine';

describe('policy reports', () => {
  const reports = projectFixture(
    path.join(__dirname, '__fixtures__', 'reports.yaml'),
  );
  const reportOf = (name: string) =>
    reports.get(name)![0] as PolicyReportRecord;
  const cart = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    namespace: 'shop',
    name: 'cart',
  };

  it('count what passes, and keep what does not', () => {
    expect(reports.get('of-a-deployment')).toEqual([
      {
        type: 'policy-report',
        engine: 'policy-reports',
        apiVersion: 'wgpolicyk8s.io/v1alpha2',
        kind: 'PolicyReport',
        namespace: 'shop',
        name: 'of-a-deployment',
        state: 'failing',
        summary: '3 of 8 do not pass',
        tally: { pass: 2, fail: 3, warn: 1, error: 0, skip: 2 },
        results: [
          {
            policy: 'disallow-privileged-containers',
            policyKind: 'ClusterPolicy',
            rule: 'autogen-privileged-containers',
            verdict: 'fail',
            severity: 'high',
            category: 'Pod Security Standards (Baseline)',
            source: 'kyverno',
            subject: cart,
            message:
              'validation error: Privileged mode is disallowed. rule autogen-privileged-containers failed at path /spec/template/spec/containers/0/securityContext/privileged/',
            field:
              'spec.template.spec.containers[0].securityContext.privileged',
            at: '2025-11-20T12:00:00.500Z',
          },
          expect.objectContaining({
            policy: 'shop/require-owner',
            policyKind: 'Policy',
            verdict: 'fail',
          }),
          expect.objectContaining({
            policy: 'limit-registries',
            policyKind: 'ValidatingPolicy',
            severity: 'medium',
          }),
          expect.objectContaining({
            policy: 'require-limits',
            verdict: 'warn',
          }),
          expect.objectContaining({
            policy: 'disallow-host-path',
            verdict: 'skip',
            exceptions: ['agents', 'shop-agents'],
          }),
        ],
      },
    ]);
  });

  it('tell the same of a resource in both APIs, and know an exception that is reported as a pass', () => {
    const { tally, stated, results } = reportOf('by-open-reports');
    const [known] = reportOf('of-a-deployment').results;
    expect(results[0]).toMatchObject({
      policy: known.policy,
      policyKind: known.policyKind,
      rule: known.rule,
      subject: known.subject,
      message: 'disallow-privileged-containers',
    });
    expect(results[1]).toMatchObject({
      policy: 'images',
      policyKind: 'ImageValidatingPolicy',
      verdict: 'skip',
      exceptions: ['trusted'],
    });
    expect({ tally, stated }).toEqual({
      tally: { pass: 1, fail: 1, warn: 0, error: 0, skip: 0 },
      stated: undefined,
    });
  });

  it('keep a summary that is wrong', () => {
    expect(reportOf('benchmark')).toMatchObject({
      tally: { pass: 1, fail: 2, warn: 0, error: 0, skip: 0 },
      stated: { pass: 1, fail: 1, warn: 0 },
    });
  });

  it('tell the checks of a benchmark apart, of the cluster as a whole', () => {
    const subject = {
      apiVersion: 'wgpolicyk8s.io/v1alpha1',
      kind: 'ClusterPolicyReport',
      name: 'benchmark',
    };
    expect(reportOf('benchmark').results).toEqual([
      {
        policy: 'Master Node',
        rule: '1.1.1 Files',
        verdict: 'fail',
        severity: 'low',
        source: 'kube-bench',
        subject,
        message: 'Ensure that files are private',
        remedy: 'chmod 600 them',
      },
      expect.objectContaining({ rule: '1.1.2 Files', subject }),
    ]);
  });

  it('have a result for each resource, and one where it is told twice', () => {
    expect(reportOf('many-resources')).toMatchObject({
      tally: { warn: 1, fail: 1 },
      results: [
        {
          verdict: 'fail',
          subject: { kind: 'Pod', namespace: 'shop', name: 'cart-1' },
          message: 'a shell was started\na shell was started again',
        },
        { verdict: 'warn', subject: { kind: 'Node', namespace: undefined } },
        { subject: { kind: 'Cluster', namespace: 'shop', name: 'orders' } },
      ],
    });
  });

  it('say so where they do not say how a check ended', () => {
    expect(reportOf('malformed')).toMatchObject({
      tally: { error: 4 },
      results: [
        {
          policy: 'CVE-2021-30139',
          verdict: 'error',
          severity: undefined,
          subject: { kind: 'Pod', name: 'cart-2', namespace: 'shop' },
          message: 'the report does not say whether it passes: CVE-2021-30139',
          remedy: 'update from 2.10.5 to 2.10.6',
          at: '2025-11-20T12:00:00.000Z',
        },
        {
          policy: 'strange',
          message:
            'the report says ‘maybe’, which is none of pass, fail, warn, error and skip: who knows',
        },
        { policy: 'unnamed' },
      ],
    });
    expect(reportOf('empty')).toMatchObject({
      state: 'healthy',
      summary: 'reports nothing',
      tally: { pass: 0, fail: 0 },
    });
  });

  it('count what was told apart while it arrived like what is in the report', () => {
    const [kind] = policyReportsEngine.kinds;
    const { countAs } = kind.longList!;
    const entries = Array.from({ length: 50_000 }, (_, index) => ({
      policy: `policy-${index}`,
      result: index % 100 === 0 ? 'fail' : 'pass',
    }));
    const report = (results: unknown[]): KubernetesObject => ({
      apiVersion: 'wgpolicyk8s.io/v1alpha2',
      kind: 'PolicyReport',
      metadata: { name: 'large', namespace: 'shop' },
      results,
    });
    const kept = entries.filter(entry => countAs(entry) === undefined);
    expect(kept).toHaveLength(500);
    expect(
      kind.project(report(kept), {
        proofKeys: [],
        counted: { pass: entries.length - kept.length },
      }),
    ).toEqual(kind.project(report(entries), { proofKeys: [] }));
  });
});
