import path from 'node:path';
import { projectFixture } from '../__fixtures__/projectFixture';

function fixture(file: string) {
  return projectFixture(path.join(__dirname, '__fixtures__', file));
}

describe('constraints', () => {
  const constraints = fixture('constraints.yaml');
  const policyOf = (name: string) => constraints.get(name)![0];

  it('become exceptions for the namespaces that they leave alone', () => {
    const policies = [
      { kind: 'K8sPSPPrivilegedContainer', name: 'enforced', rules: [] },
    ];
    expect(constraints.get('enforced')!.slice(1, -1)).toEqual([
      expect.objectContaining({
        type: 'policy-exception',
        name: 'enforced',
        namespace: 'shop-legacy',
        proofs: undefined,
        policies,
        scope: 'everything in namespace shop-legacy',
        owner: 'group:default/shop',
        reason: 'Moves, in December, to the new base',
        expiresAt: '2026-12-31T23:59:59Z',
        unreported: true,
      }),
      expect.objectContaining({
        type: 'policy-exception',
        policies,
        scope: 'everything in namespaces kube-system, gatekeeper-*',
        unreported: true,
      }),
    ]);
    const [, others] = constraints.get('enforced')!.slice(1);
    expect(others).not.toHaveProperty('expiresAt');
    expect(others.namespace).toBeUndefined();
  });

  it('become a policy, and what its audit found', () => {
    const [policy, , , report] = constraints.get('enforced')!;
    expect([policy, report]).toEqual([
      {
        type: 'policy',
        engine: 'gatekeeper',
        apiVersion: 'constraints.gatekeeper.sh/v1beta1',
        kind: 'K8sPSPPrivilegedContainer',
        name: 'enforced',
        state: 'healthy',
        summary: 'applied',
        proofs: { 'fleetcommander.io/entity': 'component:default/policies' },
        policyType: 'validate',
        bindings: [
          {
            mode: 'enforce',
            word: 'deny',
            where:
              'in namespaces labelled team=shop, stage in (blue, green), no legacy, not in namespaces kube-system, shop-legacy, gatekeeper-*',
          },
        ],
        description: 'Containers of shops may not be root on the node.',
        severity: 'high',
        rules: [],
        controls: ['privileged-containers'],
        contentHash: expect.any(String),
        template: 'K8sPSPPrivilegedContainer',
      },
      {
        type: 'policy-report',
        engine: 'gatekeeper',
        apiVersion: 'constraints.gatekeeper.sh/v1beta1',
        kind: 'K8sPSPPrivilegedContainer',
        name: 'enforced',
        state: 'failing',
        summary: '3 of 3 do not pass',
        proofs: { 'fleetcommander.io/entity': 'component:default/policies' },
        tally: { pass: 0, fail: 3, warn: 0, error: 0, skip: 0 },
        cappedOf: 4,
        staleAt: '2026-11-20T15:00:00.000Z',
        results: [
          {
            policy: 'K8sPSPPrivilegedContainer/enforced',
            policyKind: 'K8sPSPPrivilegedContainer',
            verdict: 'fail',
            severity: 'high',
            source: 'gatekeeper',
            subject: {
              apiVersion: 'apps/v1',
              kind: 'Deployment',
              namespace: 'shop',
              name: 'cart',
            },
            message:
              'Privileged container is not allowed: web, spec.containers[0].securityContext: {"privileged": true}\nPrivileged container is not allowed: sidecar',
            field: 'spec.containers[0].securityContext',
            at: '2026-11-20T12:00:00Z',
          },
          expect.objectContaining({
            subject: {
              apiVersion: 'v1',
              kind: 'Pod',
              namespace: 'shop',
              name: 'debug',
            },
          }),
        ],
      },
    ]);
  });

  it('say what they do with a breach, and where', () => {
    expect(policyOf('warning')).toMatchObject({
      bindings: [{ mode: 'warn', word: 'warn' }],
    });
    expect(policyOf('dry-run')).toMatchObject({
      bindings: [
        {
          mode: 'audit',
          word: 'dryrun',
          where: 'in namespaces shop, on resources of namespaces',
        },
      ],
      summary: 'applied, never audited',
      description: 'Holds for every kind.',
    });
    const where = 'on resources labelled public=true';
    expect(policyOf('scoped')).toMatchObject({
      bindings: [
        { mode: 'warn', word: 'warn', where: `at admission, ${where}` },
        { mode: 'audit', word: 'deny', where: `in audits, ${where}` },
        {
          mode: 'enforce',
          word: 'deny',
          where: `at admission, by the API server itself, ${where}`,
        },
        {
          mode: 'enforce',
          word: 'deny',
          where: `at edge.example.org, ${where}`,
        },
      ],
    });
    expect(policyOf('only-in-pipelines')).toMatchObject({
      bindings: [{ mode: 'off', word: 'scoped' }],
    });
  });

  it('have equal content where they say the same, whatever they do with a breach', () => {
    const hashOf = (name: string) =>
      (policyOf(name) as { contentHash?: string }).contentHash;
    expect(hashOf('enforced')).toBe(hashOf('warning'));
    expect(hashOf('dry-run')).not.toBe(hashOf('scoped'));
  });

  it('are told apart by whether Gatekeeper applies them', () => {
    expect(policyOf('broken')).toMatchObject({
      state: 'failing',
      summary: 'Gatekeeper cannot apply it: repos: expected array',
      reason: 'create_error',
    });
    expect(policyOf('scoped')).toMatchObject({
      state: 'failing',
      reason: 'vap.k8s.io',
      message: 'K8sNativeValidation engine is missing',
    });
    expect(policyOf('half-applied')).toMatchObject({
      state: 'degraded',
      summary: '1 of 2 pods of Gatekeeper do not apply it',
    });
    expect(policyOf('just-changed')).toMatchObject({ state: 'progressing' });
    expect(policyOf('new')).toMatchObject({
      state: 'unknown',
      bindings: [{ mode: 'enforce', word: 'deny' }],
    });
  });

  it('report nothing before their first audit, and an end to all after one that found nothing', () => {
    expect(constraints.get('dry-run')).toHaveLength(1);
    expect(constraints.get('new')).toHaveLength(1);
    expect(constraints.get('warning')!.at(-1)).toMatchObject({
      type: 'policy-report',
      tally: { fail: 0 },
      results: [],
      summary: 'reports nothing',
    });
  });

  it('are read as far as they can be where they are malformed', () => {
    expect(constraints.get('malformed')).toMatchObject([
      { bindings: [{ mode: 'audit', word: 'block' }] },
      {
        tally: { fail: 2 },
        stated: { fail: 1 },
        results: [
          { subject: { kind: 'unknown', name: 'unknown' } },
          {
            subject: { kind: 'Pod', name: 'unknown' },
            message: 'breaks K8sAllowedRepos',
          },
        ],
      },
    ]);
  });
});

describe('templates and mutators', () => {
  const objects = fixture('templates.yaml');

  it('tell of templates whether their kind is there', () => {
    expect(objects.get('k8srequiredlabels')).toMatchObject([
      {
        type: 'engine-object',
        state: 'healthy',
        details: {
          kind: 'K8sRequiredLabels',
          title: 'Required labels',
          description: 'Requires resources to have labels.',
        },
      },
    ]);
    expect(objects.get('k8sbroken')).toMatchObject([
      {
        state: 'failing',
        summary:
          'Gatekeeper cannot apply it: rego_parse_error: unexpected token',
      },
    ]);
    expect(objects.get('k8snew')).toMatchObject([{ state: 'unknown' }]);
  });

  it('tell what Gatekeeper as a whole leaves alone', () => {
    expect(objects.get('config')).toMatchObject([
      {
        type: 'policy-exception',
        kind: 'Config',
        namespace: 'gatekeeper-system',
        policies: [],
        scope:
          'everything in namespaces kube-*, ops, from all that Gatekeeper does; everything in namespace batch, from audit, webhook',
      },
    ]);
  });

  it('become policies that mutate', () => {
    expect(objects.get('pull-policy')).toMatchObject([
      {
        type: 'policy',
        policyType: 'mutate',
        state: 'healthy',
        description: 'Sets spec.containers[name:*].imagePullPolicy of Pod.',
        bindings: [
          {
            mode: 'enforce',
            word: 'Assign',
            where: 'in namespaces shop, pay',
          },
        ],
      },
    ]);
    expect(objects.get('owner-label')).toMatchObject([
      { state: 'failing', reason: 'SchemaConflict' },
    ]);
    expect(objects.get('mirror')).toMatchObject([
      { state: 'unknown', summary: 'Gatekeeper has not taken it up' },
    ]);
  });
});
