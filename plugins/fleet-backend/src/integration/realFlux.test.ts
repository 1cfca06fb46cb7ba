/* eslint jest/expect-expect: ["warn", { "assertFunctionNames": ["expect", "expectOpen"] }] */
import { setTimeout } from 'node:timers/promises';
import { createMockDirectory } from '@backstage/backend-test-utils';
import type { DriftKind } from '@fleetcommander/backstage-plugin-fleet-common';
import { stringify } from 'yaml';
import { FluxControllers } from './__testUtils__/FluxControllers';
import { FluxStage } from './__testUtils__/FluxStage';
import {
  countChange,
  labelOf,
  type Label,
} from './__testUtils__/labelledChanges';
import { web } from './__testUtils__/manifests';
import { until } from './__testUtils__/until';

jest.setTimeout(180_000);

/** Of the Kustomization: short enough to be waited for, and long enough to look at what a person did. */
const intervalMs = 20_000;
const deployment = 'deployment/web';
const edit = 'kubectl-edit';

/** The Deployment's file in Git. */
function withReplicas(replicas: number): Record<string, string> {
  const { name, namespace } = web.metadata;
  const spec = { ...(web.spec as object), replicas };
  return {
    'apps/web/web.yaml': stringify({
      ...web,
      metadata: { name, namespace },
      spec,
    }),
  };
}

// `script/test-cluster` says why where they are not there.
const describeFlux = FluxControllers.available ? describe : describe.skip;

/** Each test leaves the Deployment as Git has it. */
describeFlux('drift under the real kustomize-controller', () => {
  const directory = createMockDirectory();
  let stage: FluxStage;

  beforeAll(async () => {
    stage = await FluxStage.start({
      directory: directory.path,
      interval: `${intervalMs / 1000}s`,
      files: withReplicas(3),
    });
  });

  afterAll(() => stage?.stop());

  /** Expects what is open of a kind, counts it, and answers it. */
  async function expectOpen(
    scenario: string,
    kind: DriftKind,
    labels: Partial<Label>[],
  ) {
    const drifts = await stage.drifts({ kind, state: 'open' });
    const expected = labels.map(label => ({ kind, ...label }));
    const found = drifts.map(labelOf);
    await countChange({ scenario, kind, expected, found });
    expect(found).toEqual(expected);
    return drifts;
  }

  function healed() {
    return until(
      async () =>
        (await stage.drifts({ kind: 'override', state: 'open' })).length === 0,
    );
  }

  it('is none after a first apply', async () => {
    await expectOpen('first apply of Flux', 'override', []);
  });

  it('is seen, is undone by Flux within its interval, and stays in the ledger as one that came back', async () => {
    for (const times of [1, 2, 3]) {
      await stage.kubectl.edit(deployment, 'replicas: 3', 'replicas: 5');
      const [drift] = await expectOpen(
        `kubectl edit of replicas under Flux, time ${times}`,
        'override',
        [{ path: '.spec.replicas', manager: edit }],
      );
      expect(drift).toMatchObject({
        object: { kind: 'Deployment', namespace: 'shop', name: 'web' },
        from: '3',
        to: '5',
        operation: 'Update',
        times,
        application: { kind: 'Kustomization', name: 'web' },
        correction: {
          expected: true,
          by: 'Flux',
          reason:
            'Flux will undo it when it reconciles next, every 20 seconds.',
        },
      });
      await healed();
      const [ended] = await stage.drifts({ kind: 'override', state: 'ended' });
      expect(ended).toMatchObject({
        id: drift.id,
        since: drift.since,
        times,
        correction: { by: 'Flux' },
      });
      expect(ended.episodes).toHaveLength(times - 1);
    }
  });

  it('is in the ledger although nobody looked before Flux had undone it', async () => {
    const image = 'registry.example.org/web:1.0.0';
    await stage.kubectl.edit(deployment, image, `${image}-hotfix`);
    await stage.reconcile();
    const found = await stage.drifts({ kind: 'override' });
    const expected = {
      kind: 'override',
      path: '.spec.template.spec.containers[?(@.name=="app")].image',
      manager: edit,
    } as const;
    await countChange({
      scenario: 'kubectl edit that Flux undid before anybody looked',
      kind: 'override',
      expected: [expected],
      found: found.map(labelOf).filter(({ path }) => path === expected.path),
    });
    expect(found).toContainEqual(
      expect.objectContaining({ ...expected, endedAt: expect.any(String) }),
    );
  });

  it('is none when a commit changes the same field', async () => {
    const before = await stage.drifts({ kind: 'override' });
    await stage.commit('Scale the shop', withReplicas(4));
    await expectOpen('commit through Flux', 'override', []);
    await stage.commit('Scale it back', withReplicas(3));
    await expectOpen('commit that goes back through Flux', 'override', []);
    expect(await stage.drifts({ kind: 'override' })).toHaveLength(
      before.length,
    );
  });

  it('ends when a commit fixes it as it comes, and is no other', async () => {
    await stage.kubectl.run('scale', deployment, '--replicas=6');
    await expectOpen('kubectl scale under Flux', 'override', [
      { path: '.spec.replicas', manager: 'kubectl' },
    ]);
    await stage.commit('Scale the shop', withReplicas(7));
    await expectOpen('commit that mends an edit as it comes', 'override', []);
    await stage.commit('Scale it back', withReplicas(3));
  });

  it('says of a removed limit what it was, and that its author cannot be known', async () => {
    const path = '/spec/template/spec/containers/0/resources/limits/memory';
    const patch = JSON.stringify([{ op: 'remove', path }]);
    await stage.kubectl.run('patch', deployment, '--type=json', '-p', patch);
    const [drift] = await expectOpen(
      'memory limit removed under Flux',
      'override',
      [
        {
          path: '.spec.template.spec.containers[?(@.name=="app")].resources.limits.memory',
        },
      ],
    );
    expect(drift.from).toBe('"256Mi"');
    expect(drift.to).toBeUndefined();
    await healed();
  });

  it('says of a deleted object that it was, until Flux has made it again', async () => {
    await stage.kubectl.run('delete', deployment);
    const [drift] = await expectOpen('kubectl delete under Flux', 'override', [
      {},
    ]);
    expect(drift.summary).toContain('was deleted');
    await healed();
    expect(await stage.kubectl.run('get', deployment)).toContain('web');
  });

  it('stays where Flux is suspended, which is drift itself', async () => {
    const suspend = (suspended: boolean) =>
      stage.kubectl.run(
        'patch',
        'kustomization/web',
        '--type=merge',
        '-p',
        JSON.stringify({ spec: { suspend: suspended } }),
      );
    await suspend(true);
    await expectOpen('suspended by kubectl', 'frozen', [{}]);
    await stage.kubectl.edit(deployment, 'replicas: 3', 'replicas: 5');
    const [drift] = await expectOpen(
      'kubectl edit while suspended',
      'override',
      [{ path: '.spec.replicas', manager: edit }],
    );
    expect(drift.correction).toMatchObject({
      expected: false,
      reason: expect.stringContaining('suspended'),
    });
    await setTimeout(intervalMs + 5_000);
    await expectOpen('an interval later, while suspended', 'override', [
      { path: '.spec.replicas', manager: edit },
    ]);

    await suspend(false);
    await healed();
    await expectOpen('resumed by kubectl', 'frozen', []);
  });

  it('is failing where Git cannot be applied, until it can', async () => {
    await stage.push('Break it', { 'apps/web/broken.yaml': 'kind: [' });
    await until(
      async () =>
        (await stage.drifts({ kind: 'failing', state: 'open' })).length > 0,
    );
    await expectOpen('commit that cannot be built', 'failing', [{}]);
    await stage.commit('Mend it', { 'apps/web/broken.yaml': undefined });
    await expectOpen('commit that can be built again', 'failing', []);
  });
});
