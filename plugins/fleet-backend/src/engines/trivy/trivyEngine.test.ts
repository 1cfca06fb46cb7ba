import path from 'node:path';
import type {
  KubernetesObject,
  PolicyReportRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { projectFixture } from '../__fixtures__/projectFixture';
import { trivyEngine } from './trivyEngine';

describe('reports of the Trivy operator', () => {
  const reports = projectFixture(
    path.join(__dirname, '__fixtures__', 'reports.yaml'),
  );
  const reportOf = (name: string) =>
    reports.get(name)![0] as PolicyReportRecord;

  it('tell vulnerabilities by their severity, the worst by name', () => {
    const report = reportOf('replicaset-cart-6d88f6dcdd-web');
    expect(report).toMatchObject({
      state: 'failing',
      tally: { fail: 10 },
      staleAt: '2026-11-23T12:00:00.000Z',
    });
    expect(report.stated).toBeUndefined();
    expect(report.results).toEqual([
      {
        policy: 'vulnerabilities',
        rule: 'web: critical',
        verdict: 'fail',
        severity: 'critical',
        category: 'Vulnerabilities',
        source: 'Trivy',
        subject: {
          apiVersion: 'apps/v1',
          kind: 'ReplicaSet',
          namespace: 'shop',
          name: 'cart-6d88f6dcdd',
        },
        message:
          '6 critical vulnerabilities in registry.example.org/shop/cart:1.4.2: CVE-1 of openssl (fixed in 1.1.1j), CVE-2 of openssl, CVE-3 of zlib (fixed in 1.3), CVE-4, one without an id',
        remedy:
          'newer packages mend 2 of 6: build the image anew, or update it',
        at: '2026-11-20T12:00:00Z',
      },
      expect.objectContaining({
        rule: 'web: high',
        message:
          '2 high vulnerabilities in registry.example.org/shop/cart:1.4.2',
        remedy:
          'newer packages mend 1 of 2: build the image anew, or update it',
      }),
      expect.objectContaining({ rule: 'web: low', severity: 'low' }),
      expect.objectContaining({
        rule: 'web: unknown',
        message:
          '1 vulnerability of unknown severity in registry.example.org/shop/cart:1.4.2',
      }),
    ]);
    expect(reportOf('summary-only')).toMatchObject({
      tally: { fail: 1 },
      results: [
        {
          rule: 'high',
          subject: {
            kind: 'StatefulSet',
            namespace: 'shop',
            name: 'a-very-long-name',
          },
          message: '1 high vulnerability in its image',
        },
      ],
    });
  });

  it('count what was told apart while it arrived like what is in the report', () => {
    const [kind] = trivyEngine.kinds;
    const entries = Array.from({ length: 3_000 }, (_, index) => ({
      vulnerabilityID: `CVE-${index}`,
      severity: ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'UNKNOWN'][index % 5],
      fixedVersion: index % 3 === 0 ? '2' : undefined,
    }));
    const report = (vulnerabilities: unknown[]): KubernetesObject => ({
      apiVersion: 'aquasecurity.github.io/v1alpha1',
      kind: 'VulnerabilityReport',
      metadata: { name: 'large', namespace: 'shop' },
      report: { vulnerabilities },
    });
    const counted: Record<string, number> = {};
    const kept = entries.filter(entry => {
      const word = kind.longList!.countAs(entry);
      if (word) {
        counted[word] = (counted[word] ?? 0) + 1;
      }
      return word === undefined;
    });
    expect(kept).toHaveLength(600);
    expect(kind.project(report(kept), { proofKeys: [], counted })).toEqual(
      kind.project(report(entries), { proofKeys: [] }),
    );
  });

  it('tell each check that fails, and how to mend it', () => {
    expect(reportOf('deployment-cart')).toMatchObject({
      tally: { pass: 1, fail: 1 },
      stated: { fail: 2 },
      results: [
        {
          policy: 'KSV014',
          rule: 'Root file system is not read-only',
          severity: 'high',
          category: 'Kubernetes Security Check',
          subject: { kind: 'Deployment', namespace: 'shop', name: 'cart' },
          message: expect.stringMatching(
            /^Container 'web'.*\nContainer 'side'/,
          ),
          remedy: expect.stringContaining('readOnlyRootFilesystem'),
        },
      ],
    });
    expect(reportOf('malformed')).toMatchObject({
      tally: { pass: 0, fail: 2 },
      results: [
        {
          policy: 'unnamed',
          subject: { kind: 'ClusterConfigAuditReport', name: 'malformed' },
        },
      ],
    });
  });

  it('never tell a secret', () => {
    const report = reportOf('deployment-cart-web');
    expect(report.results).toMatchObject([
      {
        policy: 'aws-access-key-id',
        rule: 'web',
        severity: 'critical',
        message: 'AWS Access Key ID in /app/.env of shop/cart@sha256:aa',
      },
    ]);
    expect(JSON.stringify(report)).not.toContain('AKIA');
  });

  it('tell the controls of a benchmark of which checks fail', () => {
    expect(reportOf('k8s-nsa-1.0')).toMatchObject({
      tally: { pass: 1, fail: 1 },
      results: [
        {
          policy: 'nsa-1.0',
          rule: '1.0 Non-root containers',
          severity: 'medium',
          category: 'National Security Agency',
          message: '3 checks of it fail: Non-root containers',
        },
      ],
    });
  });
});
