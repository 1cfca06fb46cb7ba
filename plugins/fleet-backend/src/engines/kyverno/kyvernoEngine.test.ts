import path from 'node:path';
import type { PolicyRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import { projectFixture } from '../__fixtures__/projectFixture';

function fixture(file: string) {
  return projectFixture(path.join(__dirname, '__fixtures__', file));
}

describe('ClusterPolicies', () => {
  const policies = fixture('clusterpolicies.yaml');
  const policyOf = (name: string) => policies.get(name)![0] as PolicyRecord;

  it('say what they check, what they do, and whether Kyverno applies them', () => {
    expect(policies.get('disallow-privileged-containers')).toEqual([
      {
        type: 'policy',
        engine: 'kyverno',
        apiVersion: 'kyverno.io/v1',
        kind: 'ClusterPolicy',
        name: 'disallow-privileged-containers',
        state: 'healthy',
        summary: 'applied',
        since: '2026-01-05T08:00:00Z',
        policyType: 'validate',
        title: 'Disallow Privileged Containers',
        description: 'A privileged container is root on its node.',
        category: 'Pod Security Standards (Baseline)',
        severity: 'high',
        bindings: [{ mode: 'enforce', word: 'Enforce' }],
        rules: [
          {
            name: 'privileged-containers',
            message: 'Privileged mode is not allowed.',
          },
        ],
        controls: ['privileged-containers'],
        contentHash: expect.stringMatching(/^[0-9a-f]{16}$/),
      },
    ]);
  });

  it('say the same where only the order, the defaults and the action differ', () => {
    expect(policyOf('older')).toMatchObject({
      state: 'healthy',
      bindings: [{ mode: 'audit', word: 'audit' }],
      contentHash: policyOf('disallow-privileged-containers').contentHash,
    });
    expect(policyOf('mixed').contentHash).not.toBe(
      policyOf('older').contentHash,
    );
  });

  it('do different things by rule and by namespace', () => {
    expect(policyOf('mixed').bindings).toEqual([
      {
        mode: 'enforce',
        word: 'Enforce',
        where: 'rule check not in namespaces legacy, tmp-*',
      },
      {
        mode: 'warn',
        word: 'Audit, emitWarning',
        where: 'rule check in namespaces legacy, tmp-*',
      },
      { mode: 'warn', word: 'Audit, emitWarning', where: 'rule try' },
      {
        mode: 'enforce',
        word: 'Enforce',
        where: 'rule try in namespaces labelled tier=gold',
      },
      { mode: 'enforce', word: 'mutate', where: 'rule change' },
    ]);
  });

  it.each([
    [
      'mixed',
      'failing',
      'its engine does not apply it: variable substitution failed',
    ],
    [
      'background-only',
      'unknown',
      'its engine has not said whether it applies it',
    ],
    ['levels', 'failing', 'its engine does not apply it'],
    ['generator', 'progressing', 'is being deleted'],
    ['empty', 'failing', 'has no rules, so it does nothing'],
  ])('%s is %s: %s', (name, state, summary) => {
    expect(policyOf(name)).toMatchObject({ state, summary });
  });

  it('enforce nothing that admission does not ask them', () => {
    expect(policyOf('background-only')).toMatchObject({
      policyType: 'verify-images',
      bindings: [{ mode: 'audit', word: 'Enforce, admission off' }],
    });
  });

  it('tell the images that they let in only with a good signature', () => {
    expect(policyOf('signed-images').verifiedImages).toEqual([
      {
        covers: ['registry.example.org/*'],
        leaves: ['registry.example.org/tools/*'],
      },
      { covers: ['ghcr.io/*'], leaves: [] },
    ]);
    expect(policyOf('signed-images').bindings).toEqual([
      { mode: 'audit', word: 'Audit', where: 'rule signed' },
      { mode: 'enforce', word: 'Enforce' },
    ]);
    expect(policyOf('signed-but-in-ops').verifiedImages).toBeUndefined();
  });

  it('in CEL tell them where they look at every Pod', () => {
    const verified = (name: string) =>
      (fixture('celpolicies.yaml').get(name)![0] as PolicyRecord)
        .verifiedImages;
    // What an expression says of an image is not known.
    expect(verified('signed-everywhere')).toEqual([
      { covers: ['registry.example.org/*'], leaves: [] },
    ]);
    expect(verified('signed-in-ops')).toBeUndefined();
    expect(verified('signed-in-audits')).toBeUndefined();
    expect(verified('signed-at-times')).toBeUndefined();
  });

  it('mean the controls of a level that they check as a whole', () => {
    expect(policyOf('levels').controls).toContain('host-namespaces');
    expect(policyOf('levels').controls).not.toContain('run-as-non-root');
  });

  it('of a namespace with nonsense for rules do nothing', () => {
    expect(policyOf('empty')).toMatchObject({
      kind: 'Policy',
      namespace: 'payments',
      bindings: [],
      rules: [],
    });
  });
});

describe('policies in CEL', () => {
  const policies = fixture('celpolicies.yaml');

  it.each([
    [
      'require-labels',
      {
        state: 'healthy',
        policyType: 'validate',
        severity: 'low',
        controls: ['required-labels'],
        bindings: [{ mode: 'warn', word: 'Warn, Audit' }],
        rules: [{ name: 'validation 1', message: 'Labels are missing.' }],
      },
    ],
    [
      'unsaid',
      {
        state: 'failing',
        summary: 'its engine does not apply it: no right to list pods',
        since: '2026-01-05T09:00:00Z',
        bindings: [{ mode: 'enforce', word: 'Deny' }],
      },
    ],
    [
      'signed',
      {
        kind: 'NamespacedImageValidatingPolicy',
        policyType: 'verify-images',
        bindings: [{ mode: 'audit', word: 'Deny, admission off' }],
      },
    ],
    [
      'old-previews',
      {
        policyType: 'cleanup',
        bindings: [{ mode: 'enforce', word: 'delete' }],
      },
    ],
    [
      'old-jobs',
      {
        kind: 'CleanupPolicy',
        policyType: 'cleanup',
        state: 'unknown',
        rules: [{ name: 'at */5 * * * *' }],
      },
    ],
  ])('%s', (name, record) => {
    expect(policies.get(name)).toMatchObject([record]);
  });
});

describe('PolicyExceptions', () => {
  const exceptions = fixture('exceptions.yaml');

  it('of the older kind say who wants what let through, and until when', () => {
    expect(exceptions.get('node-exporter')).toMatchObject([
      {
        type: 'policy-exception',
        policies: [{ name: 'disallow-host-path', rules: ['host-path'] }],
        scope: 'DaemonSet, Pod node-exporter*, agent-… in monitoring',
        reason: "Reads the node's metrics.",
        owner: 'group:default/sre',
        expiresAt: '2026-12-01T23:59:59.000Z',
      },
    ]);
  });

  it('of the current kind the same', () => {
    expect(exceptions.get('debug')).toMatchObject([
      {
        policies: [
          { kind: 'ValidatingPolicy', name: 'require-labels', rules: [] },
        ],
        scope: 'images registry.example.org/debug/*, where only-debug',
        reason: 'PAY-12',
        owner: 'ada',
        expiresAt: '2026-11-30T00:00:00Z',
      },
    ]);
  });

  it('that name no policy except nothing', () => {
    expect(exceptions.get('of-nothing')).toMatchObject([
      {
        state: 'failing',
        summary: 'names no policy, so it excepts nothing',
        policies: [],
      },
    ]);
  });
});
