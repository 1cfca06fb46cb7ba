import { ConfigReader } from '@backstage/config';
import type { ApplicationDetail } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  GitHosts,
  type KubernetesObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { applicationOf } from '../commands/__testUtils__/applicationOf';
import { gitManagers as managersOfGit } from '../drift/override/gitManagers';
import { learnGitOwned } from '../drift/override/learnGitOwned';
import { ownedObject } from '../drift/override/__fixtures__/ownedObject';
import { readLiveFields } from '../drift/override/readLiveFields';
import type { DiffBasis } from '../store/queries/readDiffBasis';
import { createObjectDiffs } from './createObjectDiffs';

const gitManagers = managersOfGit();
const diffs = createObjectDiffs({
  gitManagers,
  argocd: [],
  connections: {
    get: () => {
      throw new Error('There is nothing to ask');
    },
  },
  gitHosts: GitHosts.fromConfig(new ConfigReader({})),
});
const early = '2026-01-05T08:00:00Z';
const later = '2026-01-05T09:00:00Z';

const detail: ApplicationDetail = {
  application: applicationOf({ revision: 'main@sha1:abc' }),
  resources: [],
  workloads: [],
  sourceObjects: [],
  canaries: [],
  history: [],
  transitions: [],
};

function compare(
  live: KubernetesObject | undefined,
  basis: Partial<DiffBasis> = {},
) {
  return diffs.compare({
    cluster: 'prod-1',
    group: 'apps',
    version: 'v1',
    plural: 'deployments',
    namespace: 'pay',
    name: 'api',
    detail,
    basis: { ignoreRules: [], ignoreRulesCut: false, ...basis },
    live,
  });
}

const specOf = (replicas: number, limits?: object) => ({
  replicas,
  template: {
    spec: {
      containers: [
        {
          name: 'app',
          image: 'api:1',
          ...(limits && { resources: { limits } }),
        },
      ],
    },
  },
});

const flux = { manager: 'kustomize-controller', time: early };
const asApplied = ownedObject(
  { kind: 'Deployment', spec: specOf(3, { memory: '1Gi' }) },
  [{ ...flux, owns: { spec: specOf(3, { memory: '1Gi' }) } }],
);
const gitOwned = learnGitOwned(
  readLiveFields(asApplied, gitManagers),
  undefined,
  gitManagers,
);

/** Scaled by hand, its memory limit removed, a label and a note added. */
const edited = ownedObject(
  {
    kind: 'Deployment',
    metadata: {
      name: 'api',
      namespace: 'pay',
      labels: { debug: 'on' },
      uid: 'u',
    },
    spec: { ...specOf(5), progressDeadlineSeconds: 600 },
    status: { replicas: 5 },
  },
  [
    {
      ...flux,
      owns: {
        spec: {
          template: {
            spec: { containers: [{ name: 'app', image: 'api:1' }] },
          },
        },
      },
    },
    {
      manager: 'kubectl-edit',
      operation: 'Update',
      time: later,
      owns: { metadata: { labels: { debug: 'on' } }, spec: { replicas: 5 } },
    },
  ],
);

describe('ObjectDiffs', () => {
  it('shows what Git had set beside what is live, with who changed it', async () => {
    const diff = await compare(edited, { gitOwned });

    expect(diff.desired).toMatchObject({
      source: 'git-owned',
      words:
        'What kustomize-controller has set of it, also where others have changed it since.',
      revision: 'main@sha1:abc',
      at: early,
    });
    const byKubectl = {
      manager: 'kubectl-edit',
      operation: 'Update',
      at: later,
    };
    expect(diff.fields).toEqual([
      {
        path: '.metadata.labels.debug',
        state: 'added',
        to: '"on"',
        ...byKubectl,
      },
      {
        path: '.spec.replicas',
        state: 'changed',
        from: '3',
        to: '5',
        ...byKubectl,
      },
      {
        path: '.spec.template.spec.containers[?(@.name=="app")].resources.limits.memory',
        state: 'removed',
        from: '"1Gi"',
      },
    ]);
    expect(diff.desired?.yaml).toContain('replicas: 3');
    expect(diff.liveYaml).toContain('replicas: 5');
    expect(diff.liveYaml).not.toMatch(/status|progressDeadline|uid|managed/);
    expect(diff.passedOver.map(({ source }) => source)).toEqual([
      'argocd',
      'last-applied',
    ]);
  });

  it('finds no difference in what is as Git has it', async () => {
    const diff = await compare(asApplied, { gitOwned });
    expect(diff.fields).toEqual([]);
    expect(diff.liveYaml).toBe(diff.desired?.yaml);
  });

  it('tells of what looks like a secret that it differs from what Git had set, and of nothing else of it', async () => {
    const withEnv = (password: string, url: string) => ({
      template: {
        spec: {
          containers: [
            {
              name: 'app',
              env: [
                { name: 'PASSWORD', value: password },
                { name: 'URL', value: `amqp://me:${url}@queue` },
              ],
            },
          ],
        },
      },
    });
    const asGitSays = withEnv('opensesame', 'opensesame');
    const wanted = ownedObject({ kind: 'Deployment', spec: asGitSays }, [
      { ...flux, owns: { spec: asGitSays } },
    ]);
    const kept = learnGitOwned(
      readLiveFields(wanted, gitManagers),
      undefined,
      gitManagers,
    );
    const same = await compare(wanted, { gitOwned: kept });
    expect(same.fields).toEqual([]);

    const spec = withEnv('hunter2', 'hunter2');
    const diff = await compare(
      ownedObject({ kind: 'Deployment', spec }, [
        { ...flux, owns: { spec: { replicas: 3 } } },
        {
          manager: 'kubectl-edit',
          operation: 'Update',
          time: later,
          owns: { spec },
        },
      ]),
      { gitOwned: kept },
    );
    expect(
      diff.fields.map(({ state, masked, from, to }) => [
        state,
        masked,
        from,
        to,
      ]),
    ).toEqual([
      ['changed', true, undefined, undefined],
      ['changed', true, undefined, undefined],
    ]);
    expect(JSON.stringify(diff)).not.toMatch(/opensesame|hunter2|•#/);
  });

  it('marks what the engine was told to ignore, and what autoscalers move', async () => {
    const ignored = await compare(edited, {
      gitOwned,
      ignoreRules: [{ jsonPointers: ['/spec/replicas'] }],
    });
    expect(
      ignored.fields.find(({ path }) => path === '.spec.replicas'),
    ).toMatchObject({ state: 'ignored', from: '3', to: '5' });

    const scaled = await compare(
      ownedObject({ kind: 'Deployment', spec: { replicas: 5 } }, [
        { ...flux, owns: {} },
        {
          manager: 'kube-controller-manager',
          operation: 'Update',
          subresource: 'scale',
          owns: { spec: { replicas: 5 } },
        },
      ]),
      { gitOwned: { ...gitOwned, fields: { '.spec.replicas': [0, '3'] } } },
    );
    expect(scaled.fields).toMatchObject([
      { state: 'ignored', reason: expect.stringMatching(/^kube-controller/) },
    ]);

    const annotations = {
      'kustomize.toolkit.fluxcd.io/ssa': 'IfNotPresent',
    };
    const leftAlone = await compare(
      ownedObject(
        {
          kind: 'Deployment',
          metadata: { name: 'api', annotations },
          spec: { replicas: 5 },
        },
        [{ ...flux, owns: { metadata: { annotations } } }],
      ),
      { gitOwned },
    );
    expect(leftAlone.notes[0]).toMatch(/^Flux only creates it/);
    expect(new Set(leftAlone.fields.map(({ state }) => state))).toEqual(
      new Set(['ignored']),
    );
  });

  it('believes a last-applied configuration only of Git’s manager', async () => {
    const annotations = {
      'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify({
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'api' },
        spec: specOf(4),
      }),
    };
    const writtenBy = (manager: string) =>
      compare(
        ownedObject(
          {
            kind: 'Deployment',
            metadata: { name: 'api', annotations },
            spec: specOf(5),
          },
          [
            {
              manager,
              operation: 'Update',
              time: later,
              owns: { metadata: { annotations }, spec: specOf(5) },
            },
          ],
        ),
      );
    const argocd = await writtenBy('argocd-controller');
    expect(argocd.desired).toMatchObject({ source: 'last-applied', at: later });
    expect(argocd.fields).toMatchObject([
      { path: '.spec.replicas', from: '4', to: '5' },
    ]);

    const person = await writtenBy('kubectl-client-side-apply');
    expect(person.desired).toBeUndefined();
    expect(person.passedOver.map(({ reason }) => reason)).toEqual([
      'it is not Argo CD that deploys it',
      expect.stringContaining('was written by kubectl-client-side-apply'),
      expect.stringContaining('no client that writes for Git'),
      'its source is not a repository of Git',
    ]);
  });

  it('never lets out what a Secret holds', async () => {
    const secret = (data: Record<string, string>) => ({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'api', namespace: 'pay' },
      data,
    });
    const diff = await compare({
      ...secret({ password: 'bmV3', user: 'YXBw' }),
      metadata: {
        ...secret({}).metadata,
        annotations: {
          'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify(
            secret({ password: 'b2xk', user: 'YXBw' }),
          ),
        },
        managedFields: [
          {
            manager: 'argocd-controller',
            fieldsV1: {
              'f:metadata': {
                'f:annotations': {
                  'f:kubectl.kubernetes.io/last-applied-configuration': {},
                },
              },
            },
          },
        ],
      } as KubernetesObject['metadata'],
    });
    expect(diff.fields).toEqual([
      { path: '.data.password', state: 'changed', masked: true },
    ]);
    expect(diff.masked).toBe(true);
    expect(JSON.stringify(diff)).not.toMatch(/bmV3|b2xk|YXBw|last-applied-c/);
  });

  it('shows what Git wants of an object that is gone', async () => {
    const diff = await compare(undefined, { gitOwned, kind: 'Deployment' });
    expect(diff.liveYaml).toBeUndefined();
    expect(diff.desired?.yaml).toContain('kind: Deployment');
    expect(diff.notes).toEqual(['It is not on the cluster.']);
  });

  it('bounds what it compares, and says so', async () => {
    const large = await compare({
      ...asApplied,
      data: { blob: 'x'.repeat(1024 * 1024) },
    });
    expect(large.desired).toBeUndefined();
    expect(large.notes).toEqual([expect.stringContaining('larger than 1 MiB')]);

    const many = Object.fromEntries(
      Array.from({ length: 5_200 }, (_, index) => [`k${index}`, 'a']),
    );
    const owns = { data: many };
    const wanted = ownedObject({ kind: 'ConfigMap', ...owns }, [
      { ...flux, owns },
    ]);
    const cut = await compare(
      ownedObject({ kind: 'ConfigMap', data: { k0: 'a' } }, [
        { ...flux, owns: { data: { k0: 'a' } } },
      ]),
      {
        gitOwned: learnGitOwned(
          readLiveFields(wanted, gitManagers),
          undefined,
          gitManagers,
        ),
      },
    );
    expect(cut.fields).toHaveLength(5_000);
    expect(cut.notes[0]).toMatch(/5199 fields: the first 5000/);
  });

  it('is not led astray by a field that is named like a prototype', async () => {
    const hostile = JSON.parse(
      '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"api","namespace":"pay","managedFields":[{"manager":"kustomize-controller","operation":"Apply","fieldsV1":{"f:data":{"f:__proto__":{"f:polluted":{}},"f:constructor":{}}}}]},"data":{"__proto__":{"polluted":"yes"},"constructor":"x"}}',
    );
    const diff = await compare(hostile);
    expect(diff.fields).toEqual([]);
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });
});
