import { stringify } from 'yaml';
import type { ClientChange, Subject } from './ClientChange';
import { configMap, deployment, service } from './shopManifests';

const ssa = 'kustomize.toolkit.fluxcd.io/ssa';

const editReplicas = ({ stage, reference }: Subject) =>
  stage.kubectl.edit(reference, 'replicas: 3', 'replicas: 5');

const patched = (type: string, patch: object, ...words: string[]) => [
  `--type=${type}`,
  '--patch',
  JSON.stringify(patch),
  ...words,
];

/** The object as the next commit has it. */
const commit =
  (spec: object) =>
  ({ stage, object, file }: Subject) =>
    stage.commit('Change it', {
      [file]: stringify({
        ...object,
        spec: { ...(object.spec as object), ...spec },
      }),
    });

const own = ({ object: { apiVersion, kind, metadata } }: Subject) => ({
  apiVersion,
  kind,
  metadata: { name: metadata.name, namespace: metadata.namespace },
});

/** What looks like drift and is none. */
const changes: Omit<ClientChange, 'expected'>[] = [
  {
    scenario: 'autoscaler that scales through the subresource',
    object: deployment,
    make: ({ stage, object }) =>
      stage.admin.scale(object, 7, 'kube-controller-manager'),
  },
  {
    scenario: 'kubectl autoscale',
    object: deployment,
    make: ({ kubectl }) => kubectl('autoscale', '--min=3', '--max=9'),
  },
  {
    scenario: 'status that a controller writes',
    object: deployment,
    make: ({ stage, object }) =>
      stage.admin.setStatus(object, { replicas: 3, readyReplicas: 3 }),
  },
  {
    scenario: 'kubectl annotate with an annotation that Git never set',
    object: deployment,
    make: ({ kubectl }) => kubectl('annotate', 'example.org/note=seen'),
  },
  {
    scenario: 'kubectl label with a label that Git never set',
    object: deployment,
    make: ({ kubectl }) => kubectl('label', 'seen=yes'),
  },
  {
    scenario: 'kubectl rollout restart',
    object: deployment,
    make: ({ kubectl }) => kubectl('rollout restart'),
  },
  {
    scenario: 'kubectl rollout pause',
    object: deployment,
    make: ({ kubectl }) => kubectl('rollout pause'),
  },
  {
    scenario: 'kubectl patch of a field that Git never set',
    object: deployment,
    make: ({ kubectl }) =>
      kubectl('patch', ...patched('merge', { spec: { minReadySeconds: 5 } })),
  },
  {
    scenario: 'server-side apply of another manager to a field of its own',
    object: deployment,
    make: subject =>
      subject.stage.admin.apply(
        { ...own(subject), spec: { revisionHistoryLimit: 3 } },
        'some-operator',
      ),
  },
  {
    scenario: 'server-side apply of another manager with the same value',
    object: deployment,
    make: subject =>
      subject.stage.admin.apply(
        { ...own(subject), spec: { replicas: 3 } },
        'some-operator',
      ),
  },
  {
    scenario: 'kubectl scale to what it is',
    object: deployment,
    make: ({ kubectl }) => kubectl('scale', '--replicas=3'),
  },
  {
    scenario: 'container that an injector adds',
    object: deployment,
    make: ({ kubectl }) =>
      kubectl(
        'patch',
        ...patched(
          'strategic',
          {
            spec: {
              template: {
                spec: {
                  containers: [{ name: 'istio-proxy', image: 'proxy:9' }],
                },
              },
            },
          },
          '--field-manager=sidecar-injector',
        ),
      ),
  },
  {
    scenario: 'canary that Flagger scales',
    object: deployment,
    make: ({ kubectl }) =>
      kubectl(
        'patch',
        ...patched(
          'merge',
          { spec: { replicas: 0 } },
          '--field-manager=flagger',
        ),
      ),
  },
  {
    scenario: 'kubectl edit of what Git says to ignore',
    object: name => deployment(name, { [ssa]: 'IfNotPresent' }),
    make: editReplicas,
  },
  {
    scenario: 'commit',
    object: deployment,
    make: commit({ replicas: 9 }),
  },
  {
    scenario: 'commit that drops a field',
    object: deployment,
    make: commit({ replicas: undefined }),
  },
  {
    scenario: 'commit that drops the object',
    object: deployment,
    make: ({ stage, file }) => stage.commit('Drop it', { [file]: undefined }),
  },
  {
    scenario: 'entry of a ConfigMap that Git never set',
    object: configMap,
    make: ({ kubectl }) =>
      kubectl('patch', ...patched('merge', { data: { EXTRA: 'yes' } })),
  },
  {
    scenario: 'commit to a Service',
    object: service,
    make: commit({ ports: [{ name: 'http', port: 80, targetPort: 9090 }] }),
  },
];

export const harmlessChanges: ClientChange[] = changes.map(change => ({
  ...change,
  expected: [],
}));
