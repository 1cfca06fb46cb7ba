import { parse } from 'yaml';
import { argocdEngine } from './argocd/argocdEngine';
import { findEngineKind } from './findEngineKind';
import { fluxEngine } from './flux/fluxEngine';

function driftFactsOf(manifest: string) {
  const object = parse(manifest);
  const found = findEngineKind(
    [fluxEngine, argocdEngine],
    object.apiVersion,
    object.kind,
  );
  const [record] = found!.kind.project(object, { proofKeys: [] });
  return record.type === 'application' ? record.drift : undefined;
}

describe('the facts that detectors of drift need', () => {
  it('of a Kustomization', () => {
    expect(
      driftFactsOf(`
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: { name: web, namespace: flux-system, generation: 4 }
spec:
  prune: false
  force: true
  ignore:
    - { paths: [/spec/replicas], target: { kind: Deployment, name: web } }
    - { paths: [/data], target: { kind: ConfigMap, name: 'web-.*', labelSelector: app=web } }
    - { paths: [''] }
status:
  observedGeneration: 3
  conditions: [{ type: Ready, status: 'False', observedGeneration: 4 }]
  history:
    - { digest: 'sha256:bb', firstReconciled: '2026-01-05T08:00:00Z', lastReconciled: '2026-01-05T09:00:00Z', lastReconciledStatus: ReconciliationSucceeded }
    - { digest: 'sha256:bb', firstReconciled: '2026-01-05T07:30:00Z', lastReconciled: '2026-01-05T07:50:00Z', lastReconciledStatus: HealthCheckFailed }
    - { digest: 'sha256:bb', firstReconciled: '2026-01-05T07:10:00Z', lastReconciled: '2026-01-05T07:20:00Z', lastReconciledStatus: ReconciliationFailed }
    - { digest: 'sha256:aa', firstReconciled: '2026-01-01T08:00:00Z', lastReconciled: '2026-01-05T07:00:00Z' }
`),
    ).toEqual({
      generation: 4,
      observedGeneration: 4,
      tellsReconciliation: true,
      prune: false,
      force: true,
      digest: 'sha256:bb',
      digestSince: '2026-01-05T07:30:00Z',
      otherDigestUntil: '2026-01-05T07:00:00Z',
      ignoreRules: [
        { kind: 'Deployment', name: 'web', jsonPointers: ['/spec/replicas'] },
        { kind: 'ConfigMap', jsonPointers: ['/data'] },
        { jsonPointers: [''] },
      ],
    });
  });

  it('of a HelmRelease', () => {
    expect(
      driftFactsOf(`
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: web, namespace: web, generation: 2 }
spec:
  driftDetection: { mode: warn, ignore: [{ paths: [/spec/replicas] }] }
  chart: { spec: { chart: web, version: 1.2.3 } }
status:
  observedGeneration: 1
  conditions: [{ type: Drifted, status: 'True', message: 1 object has drifted, lastTransitionTime: '2026-01-05T08:00:00Z' }]
`),
    ).toEqual({
      generation: 2,
      observedGeneration: 1,
      driftDetection: 'warn',
      drifted: {
        since: '2026-01-05T08:00:00Z',
        message: 'differs from its chart: 1 object has drifted',
      },
      wantedVersion: '1.2.3',
      ignoreRules: [{ jsonPointers: ['/spec/replicas'] }],
    });
    expect(
      driftFactsOf(`
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: web, namespace: web }
spec: { chart: { spec: { chart: web, version: 1.x } } }
status: { conditions: [{ type: Drifted, status: 'False' }] }
`),
    ).toEqual({ driftDetection: 'disabled' });
  });

  it('of an Application', () => {
    const application = (comparedPath: string) => `
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: web, namespace: argocd, generation: 12 }
spec:
  destination: { server: 'https://kubernetes.default.svc', namespace: web }
  source: { repoURL: 'https://git.example.org/fleet', path: apps/web, targetRevision: main }
  syncPolicy: { automated: { selfHeal: true } }
  ignoreDifferences:
    - { group: apps, kind: Deployment, jsonPointers: [/spec/replicas] }
    - { kind: ConfigMap, name: web, jqPathExpressions: ['.data[]'] }
    - { group: '*', kind: '*', managedFieldsManagers: [kube-controller-manager] }
status:
  reconciledAt: '2026-01-05T09:00:00Z'
  sync:
    status: OutOfSync
    revision: bbb
    comparedTo:
      source: { path: ${comparedPath}, repoURL: 'https://git.example.org/fleet', targetRevision: main }
      destination: { namespace: web, server: 'https://kubernetes.default.svc' }
  resources:
    - { kind: ConfigMap, name: old, status: OutOfSync, requiresPruning: true }
    - { kind: ConfigMap, name: web, status: Synced }
  operationState:
    phase: Succeeded
    finishedAt: '2026-01-05T08:00:00Z'
    operation: { initiatedBy: { automated: true }, sync: { autoHealAttemptsCount: 2 } }
`;
    expect(driftFactsOf(application('apps/web'))).toEqual({
      tellsReconciliation: true,
      prune: false,
      selfHeal: true,
      syncRevision: 'bbb',
      comparedToSpec: true,
      toPrune: 1,
      operation: {
        phase: 'Succeeded',
        finishedAt: '2026-01-05T08:00:00Z',
        automated: true,
        healAttempts: 2,
      },
      ignoreRules: [
        {
          group: 'apps',
          kind: 'Deployment',
          jsonPointers: ['/spec/replicas'],
        },
        {
          group: '',
          kind: 'ConfigMap',
          name: 'web',
          jqPathExpressions: ['.data[]'],
        },
        { managedFieldsManagers: ['kube-controller-manager'] },
      ],
    });
    expect(driftFactsOf(application('apps/other'))).toMatchObject({
      comparedToSpec: false,
    });
  });

  it('keeps some of very many rules, and says so', () => {
    const rules = Array.from(
      { length: 500 },
      (_, index) => `{ paths: [/spec/${index}] }`,
    );
    const facts = driftFactsOf(`
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: { name: web, namespace: flux-system }
spec: { ignore: [${rules.join(', ')}] }
`);
    expect(facts?.ignoreRules).toHaveLength(20);
    expect(facts?.ignoreRulesCut).toBe(true);
  });
});
