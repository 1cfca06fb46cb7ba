import type { ClientChange, Subject } from './ClientChange';
import type { Label } from './labelledChanges';
import { configMap, deployment, service } from './shopManifests';

const override = (path?: string, manager?: string): Label => ({
  kind: 'override',
  ...(path !== undefined && { path }),
  ...(manager !== undefined && { manager }),
});
const replicas = '.spec.replicas';
const containers = '.spec.template.spec.containers';
const app = `${containers}[?(@.name=="app")]`;
const template = '/spec/template/spec/containers/0';

const jsonPatch = (...operations: object[]) => [
  '--type=json',
  '--patch',
  JSON.stringify(operations),
];

/** The object as a person's file would have it, and without what only Git says. */
function scaledFile({ object }: Subject): object {
  const { apiVersion, kind, metadata, spec } = object;
  const { name, namespace } = metadata;
  return {
    apiVersion,
    kind,
    metadata: { name, namespace },
    spec: { ...(spec as object), replicas: 9 },
  };
}

const editReplicas = ({ stage, reference }: Subject) =>
  stage.kubectl.edit(reference, 'replicas: 3', 'replicas: 5');

/** Drift, each by another way to write. */
export const overridingChanges: ClientChange[] = [
  {
    scenario: 'kubectl edit',
    object: deployment,
    make: editReplicas,
    expected: [override(replicas, 'kubectl-edit')],
  },
  {
    scenario: 'kubectl scale',
    object: deployment,
    make: ({ kubectl }) => kubectl('scale', '--replicas=5'),
    expected: [override(replicas, 'kubectl')],
  },
  {
    scenario: 'kubectl set image',
    object: deployment,
    make: ({ kubectl }) => kubectl('set image', 'app=evil:1'),
    expected: [override(`${app}.image`, 'kubectl-set')],
  },
  {
    scenario: 'kubectl set env',
    object: deployment,
    make: ({ kubectl }) => kubectl('set env', '--containers=app', 'MODE=hot'),
    expected: [override(`${app}.env[?(@.name=="MODE")].value`, 'kubectl-set')],
  },
  {
    scenario: 'kubectl set resources',
    object: deployment,
    make: ({ kubectl }) =>
      kubectl('set resources', '--containers=app', '--limits=memory=9Gi'),
    expected: [override(`${app}.resources.limits.memory`, 'kubectl-set')],
  },
  {
    scenario: 'kubectl label',
    object: deployment,
    make: ({ kubectl }) => kubectl('label', '--overwrite', 'team=other'),
    expected: [override('.metadata.labels.team', 'kubectl-label')],
  },
  {
    scenario: 'kubectl annotate',
    object: deployment,
    make: ({ kubectl }) =>
      kubectl('annotate', '--overwrite', 'example.org/tier=tin'),
    expected: [
      override('.metadata.annotations["example.org/tier"]', 'kubectl-annotate'),
    ],
  },
  {
    scenario: 'kubectl patch',
    object: deployment,
    make: ({ kubectl }) =>
      kubectl(
        'patch',
        ...jsonPatch({
          op: 'replace',
          path: `${template}/image`,
          value: 'evil:1',
        }),
      ),
    expected: [override(`${app}.image`, 'kubectl-patch')],
  },
  {
    scenario: 'limit removed by kubectl patch',
    object: deployment,
    make: ({ kubectl }) =>
      kubectl(
        'patch',
        ...jsonPatch({
          op: 'remove',
          path: `${template}/resources/limits/memory`,
        }),
      ),
    expected: [override(`${app}.resources.limits.memory`)],
  },
  {
    scenario: 'environment variable removed by kubectl set env',
    object: deployment,
    make: ({ kubectl }) => kubectl('set env', '--containers=app', 'LEVEL-'),
    expected: [override(`${app}.env[?(@.name=="LEVEL")]`)],
  },
  {
    scenario: 'container removed by kubectl patch',
    object: deployment,
    make: ({ kubectl }) =>
      kubectl(
        'patch',
        ...jsonPatch({
          op: 'remove',
          path: '/spec/template/spec/containers/1',
        }),
      ),
    expected: [override(`${containers}[?(@.name=="sidecar")]`)],
  },
  {
    scenario: 'kubectl apply',
    object: deployment,
    make: subject =>
      subject.stage.kubectl.withFile(scaledFile(subject), 'apply'),
    expected: [override(replicas, 'kubectl-client-side-apply')],
  },
  {
    scenario: 'kubectl apply --server-side --force-conflicts',
    object: deployment,
    make: subject =>
      subject.stage.kubectl.withFile(
        scaledFile(subject),
        'apply',
        '--server-side',
        '--force-conflicts',
      ),
    expected: [override(replicas, 'kubectl')],
  },
  {
    scenario: 'kubectl replace',
    object: deployment,
    make: ({ stage, object }) =>
      stage.kubectl.withFile(
        { ...object, spec: { ...(object.spec as object), replicas: 9 } },
        'replace',
      ),
    // The file knows nothing of the labels that Flux sets.
    expected: [
      override('.metadata.labels["kustomize.toolkit.fluxcd.io/name"]'),
      override('.metadata.labels["kustomize.toolkit.fluxcd.io/namespace"]'),
      override(replicas, 'kubectl-replace'),
    ],
  },
  {
    scenario: 'kubectl delete',
    object: deployment,
    make: ({ kubectl }) => kubectl('delete'),
    expected: [override()],
  },
  {
    scenario: 'forced apply of an operator',
    object: deployment,
    make: ({ stage, object: { apiVersion, kind, metadata } }) =>
      stage.admin.apply(
        {
          apiVersion,
          kind,
          metadata: { name: metadata.name, namespace: metadata.namespace },
          spec: { replicas: 1 },
        },
        'some-operator',
      ),
    expected: [override(replicas, 'some-operator')],
  },
  {
    scenario: 'two fields by two commands',
    object: deployment,
    make: async ({ kubectl }) => {
      await kubectl('set image', 'app=evil:1');
      await kubectl('label', '--overwrite', 'team=other');
    },
    expected: [
      override(`${app}.image`, 'kubectl-set'),
      override('.metadata.labels.team', 'kubectl-label'),
    ],
  },
  {
    scenario: 'the same field by two commands',
    object: deployment,
    make: async subject => {
      await editReplicas(subject);
      await subject.kubectl('scale', '--replicas=8');
    },
    expected: [override(replicas, 'kubectl')],
  },
  {
    scenario: 'kubectl edit that Flux undid before anybody looked',
    object: deployment,
    make: async subject => {
      await editReplicas(subject);
      await subject.stage.reconcile();
    },
    expected: [override(replicas, 'kubectl-edit')],
  },
  {
    scenario: 'kubectl edit that a commit to another object undid',
    object: deployment,
    make: async subject => {
      await editReplicas(subject);
      await subject.stage.commit('Say hello', { 'README.md': 'Hello\n' });
    },
    expected: [override(replicas, 'kubectl-edit')],
  },
  {
    scenario: 'kubectl edit of a ConfigMap',
    object: configMap,
    make: ({ stage, reference }) =>
      stage.kubectl.edit(reference, 'MODE: safe', 'MODE: hot'),
    expected: [override('.data.MODE', 'kubectl-edit')],
  },
  {
    scenario: 'entry of a ConfigMap removed by kubectl patch',
    object: configMap,
    make: ({ kubectl }) =>
      kubectl('patch', ...jsonPatch({ op: 'remove', path: '/data/LEVEL' })),
    expected: [override('.data.LEVEL')],
  },
  {
    scenario: 'kubectl edit of a Service',
    object: service,
    make: ({ stage, reference }) =>
      stage.kubectl.edit(reference, 'targetPort: 8080', 'targetPort: 9090'),
    expected: [
      override(
        '.spec.ports[?(@.port==80 && @.protocol=="TCP")].targetPort',
        'kubectl-edit',
      ),
    ],
  },
  {
    scenario: 'kubectl set selector of a Service',
    object: service,
    make: ({ kubectl }) => kubectl('set selector', 'app=other'),
    // It has one owner as a whole.
    expected: [override('.spec.selector', 'kubectl-set')],
  },
  {
    scenario: 'kubectl delete of a Service',
    object: service,
    make: ({ kubectl }) => kubectl('delete'),
    expected: [override()],
  },
];
