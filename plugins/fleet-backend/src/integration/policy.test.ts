import { createMockDirectory } from '@backstage/backend-test-utils';
import pLimit from 'p-limit';
import { namespace } from './__testUtils__/manifests';
import {
  applied,
  audited,
  constraint,
  constraintTemplate,
  kyvernoPolicy,
  policyReport,
} from './__testUtils__/policyManifests';
import { readCrd } from './__testUtils__/readCrd';
import { startTestCluster } from './__testUtils__/startTestCluster';
import type { TestCluster } from './__testUtils__/TestCluster';
import { TestPoller } from './__testUtils__/TestPoller';

jest.setTimeout(600_000);

const access = { clusters: true, applications: true, claims: true } as const;
const privileged = 'K8sPSPPrivilegedContainer';
const labels = 'K8sRequiredLabels';
/** A first page of them, one between, and a last. */
const reports = 1_200;
/** Every sixtieth. */
const broken = 20;

/** Each test goes on where the one before has left the cluster. */
describe('policies and what breaks them', () => {
  const directory = createMockDirectory();
  let cluster: TestCluster;
  let poller: TestPoller;

  const results = (filter: Record<string, string[]> = {}) =>
    poller.store.listPolicyResults({ access, filter: [filter], limit: 1 });

  const notes = async () =>
    (await poller.store.getClusterDetail(poller.cluster, access))?.policy.notes;

  /** How a policy stands: its state, and why. */
  const standing = async (id: string) => {
    const policy = await poller.store.getPolicy(id, access);
    const [{ state, summary, failing }] = policy!.standings;
    return { state, summary, failing };
  };

  beforeAll(async () => {
    cluster = await startTestCluster();
    const { admin } = cluster;
    for (const crd of [
      'clusterpolicies.kyverno.io',
      'policies.kyverno.io',
      'policyreports.wgpolicyk8s.io',
      'constrainttemplates.templates.gatekeeper.sh',
      `${privileged.toLowerCase()}.constraints.gatekeeper.sh`,
      `${labels.toLowerCase()}.constraints.gatekeeper.sh`,
    ]) {
      await admin.install(await readCrd(crd));
    }
    await admin.apply(namespace);
    const policies = [
      kyvernoPolicy('twice', 'Enforce'),
      kyvernoPolicy('twice', 'Audit', 'shop'),
    ];
    for (const policy of policies) {
      await admin.apply(policy);
      await admin.setStatus(policy, applied);
    }
    for (const [kind, violations] of [
      [privileged, 3],
      [labels, 35],
    ] as const) {
      await admin.apply(constraintTemplate(kind));
      const found = constraint(kind, 'everywhere');
      await admin.apply(found);
      await admin.setStatus(found, audited(violations));
    }
    const limit = pLimit(8);
    await Promise.all(
      Array.from({ length: reports }, (_, index) =>
        limit(() =>
          admin.apply(
            policyReport(index, { broken: index % (reports / broken) === 0 }),
          ),
        ),
      ),
    );
    poller = await TestPoller.start({ cluster, directory: directory.path });
  });

  afterAll(async () => {
    await poller?.stop();
    await cluster?.stop();
  });

  it('are read with the rights of the reader of deploy/rbac', async () => {
    const collections = await poller.store.listCollections(poller.cluster);
    expect(
      collections.filter(
        ({ outcome }) => !['ok', 'not-installed'].includes(outcome),
      ),
    ).toEqual([]);
    const { items } = await poller.store.listPolicies({ access, limit: 50 });
    expect(items.map(({ id, failing }) => [id, failing]).sort()).toEqual([
      [`gatekeeper:${privileged}::everywhere`, 3],
      [`gatekeeper:${labels}::everywhere`, 20],
      ['kyverno:ClusterPolicy::twice', broken],
      ['kyverno:Policy:shop:twice', 0],
    ]);
    const { totalItems, facets } = await results();
    expect(totalItems).toBe(broken + 3 + 20);
    expect(facets.engine).toEqual([
      { value: 'gatekeeper', count: 23 },
      { value: 'kyverno', count: broken },
    ]);
    // A policy that exists twice is two, each as it stands.
    expect(await standing('kyverno:ClusterPolicy::twice')).toEqual({
      state: 'enforce',
      summary: 'enforces',
      failing: broken,
    });
    expect(await standing('kyverno:Policy:shop:twice')).toMatchObject({
      state: 'audit',
      failing: 0,
    });
  });

  it('are cut short by their engine, which is said', async () => {
    expect(await notes()).toEqual([
      `${labels.toLowerCase()}.constraints.gatekeeper.sh everywhere: its engine lists 20 of 35 that break it, so what is not listed counts as it was`,
    ]);
  });

  it('are told once by both APIs of reports, and go on until both have dropped them', async () => {
    const { admin } = cluster;
    await admin.install(await readCrd('reports.openreports.io'));
    const openReports = true;
    await admin.apply(policyReport(0, { broken: true, openReports }));
    await poller.poll();
    const ofKyverno = async () =>
      (await results({ engine: ['kyverno'] })).totalItems;
    expect(await ofKyverno()).toBe(broken);
    await admin.apply(policyReport(0, { broken: false }));
    await poller.poll();
    expect(await ofKyverno()).toBe(broken);
    await admin.apply(policyReport(0, { broken: false, openReports }));
    await poller.poll();
    expect(await ofKyverno()).toBe(broken - 1);
    expect((await results({ state: ['ended'] })).totalItems).toBe(1);
    expect(
      poller.lists.filter(list => list.includes('/policyreports')),
    ).toEqual(
      // Pages of the first list, and none since.
      expect.arrayContaining([expect.stringContaining('wgpolicyk8s.io')]),
    );
  });

  it('are not applied where the template of a constraint is gone', async () => {
    const { admin } = cluster;
    await admin.remove(constraintTemplate(privileged));
    await poller.poll();
    expect(
      await standing(`gatekeeper:${privileged}::everywhere`),
    ).toMatchObject({
      state: 'not-ready',
      summary: expect.stringContaining(
        `its ConstraintTemplate ${privileged.toLowerCase()} is gone`,
      ),
    });
    expect(await standing(`gatekeeper:${labels}::everywhere`)).toMatchObject({
      state: 'audit',
    });
  });

  it('go with the kind that made them', async () => {
    const { admin } = cluster;
    const plural = privileged.toLowerCase();
    await admin.remove(await readCrd(`${plural}.constraints.gatekeeper.sh`));
    await admin.gone(`/apis/constraints.gatekeeper.sh/v1beta1/${plural}`);
    await poller.poll();
    const { items } = await poller.store.listPolicies({ access, limit: 50 });
    expect(items.map(({ id }) => id)).not.toContain(
      `gatekeeper:${privileged}::everywhere`,
    );
    expect((await results({ engine: ['gatekeeper'] })).totalItems).toBe(20);
  });

  it('stay as they were last known where they are forbidden, which is said', async () => {
    await cluster.forbid({ group: 'wgpolicyk8s.io', plural: 'policyreports' });
    await poller.poll();
    expect(await poller.collection('policyreports')).toMatchObject({
      outcome: 'not-allowed',
      message: expect.stringContaining('policyreports'),
    });
    expect((await results({ engine: ['kyverno'] })).totalItems).toBe(
      broken - 1,
    );
    expect(await notes()).toContainEqual(
      'PolicyReport could not be read: not allowed',
    );

    await cluster.allow();
    await cluster.forbid({ group: 'kyverno.io', plural: 'clusterpolicies' });
    await poller.poll();
    expect(await poller.collection('policyreports')).toMatchObject({
      outcome: 'ok',
    });
    expect(await notes()).toContainEqual(
      'ClusterPolicy could not be read: not allowed',
    );

    await cluster.allow();
    await poller.poll();
    expect(await notes()).toHaveLength(1);
  });
});
