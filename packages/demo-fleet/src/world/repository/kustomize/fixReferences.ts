import { identitiesOf, Identity, identityOf, Resource } from './Resource';

/** A field by which one object names another, as the kinds that are built in have them. */
interface Reference {
  kind: string;
  /** Steps, where `*` is each item of a list. */
  path: string;
  /** Only in objects of this kind. */
  of?: string;
}

const podReferences: Reference[] = [
  ...['containers', 'initContainers'].flatMap(list => [
    { kind: 'ConfigMap', path: `${list}/*/envFrom/*/configMapRef/name` },
    {
      kind: 'ConfigMap',
      path: `${list}/*/env/*/valueFrom/configMapKeyRef/name`,
    },
    { kind: 'Secret', path: `${list}/*/envFrom/*/secretRef/name` },
    { kind: 'Secret', path: `${list}/*/env/*/valueFrom/secretKeyRef/name` },
  ]),
  { kind: 'ConfigMap', path: 'volumes/*/configMap/name' },
  { kind: 'ConfigMap', path: 'volumes/*/projected/sources/*/configMap/name' },
  { kind: 'Secret', path: 'volumes/*/secret/secretName' },
  { kind: 'Secret', path: 'volumes/*/projected/sources/*/secret/name' },
  { kind: 'Secret', path: 'imagePullSecrets/*/name' },
  { kind: 'ServiceAccount', path: 'serviceAccountName' },
  {
    kind: 'PersistentVolumeClaim',
    path: 'volumes/*/persistentVolumeClaim/claimName',
  },
];

const podSpecs = ['spec/template/spec', 'spec/jobTemplate/spec/template/spec'];

const references: Reference[] = [
  ...podSpecs.flatMap(spec =>
    podReferences.map(({ kind, path }) => ({ kind, path: `${spec}/${path}` })),
  ),
  ...podReferences.map(({ kind, path }) => ({
    kind,
    path: `spec/${path}`,
    of: 'Pod',
  })),
  { kind: 'Service', path: 'spec/serviceName', of: 'StatefulSet' },
  {
    kind: 'Service',
    path: 'spec/rules/*/http/paths/*/backend/service/name',
    of: 'Ingress',
  },
  {
    kind: 'Service',
    path: 'spec/defaultBackend/service/name',
    of: 'Ingress',
  },
  { kind: 'Secret', path: 'spec/tls/*/secretName', of: 'Ingress' },
  ...['Deployment', 'StatefulSet', 'ReplicaSet'].map(kind => ({
    kind,
    path: 'spec/scaleTargetRef/name',
    of: 'HorizontalPodAutoscaler',
  })),
  ...['Role', 'ClusterRole'].map(kind => ({ kind, path: 'roleRef/name' })),
  { kind: 'ServiceAccount', path: 'subjects/*/name' },
];

/** Lets what names an object by an earlier name of it name it as it is called now. */
export function fixReferences(resources: readonly Resource[]): void {
  for (const { kind, path, of } of references) {
    const renamed = resources.filter(
      ({ object, earlier }) => object.kind === kind && earlier.length > 0,
    );
    if (renamed.length === 0) {
      continue;
    }
    for (const referrer of resources) {
      if (of === undefined || referrer.object.kind === of) {
        follow(referrer.object, path.split('/'), (holder, field) =>
          fix(referrer, holder, field, renamed),
        );
      }
    }
  }
}

type Holder = Record<string, unknown>;

function follow(
  value: unknown,
  [step, ...rest]: readonly string[],
  found: (holder: Holder, field: string) => void,
): void {
  if (typeof value !== 'object' || value === null) {
    return;
  }
  if (step === '*') {
    Object.values(value).forEach(item => follow(item, rest, found));
  } else if (rest.length > 0) {
    follow((value as Holder)[step], rest, found);
  } else if (typeof (value as Holder)[step] === 'string') {
    found(value as Holder, step);
  }
}

function fix(
  referrer: Resource,
  holder: Holder,
  field: string,
  candidates: readonly Resource[],
): void {
  const isSubject = 'kind' in holder && 'namespace' in holder;
  const places = isSubject
    ? [holder.namespace]
    : identitiesOf(referrer).map(({ namespace }) => namespace);
  const target = candidates.find(
    ({ object, earlier }) =>
      (!('kind' in holder) || holder.kind === object.kind) &&
      [...earlier, identityOf(object)].some(
        ({ name, namespace }: Identity) =>
          name === holder[field] &&
          (namespace === undefined || places.includes(namespace)),
      ),
  );
  if (target) {
    const { name, namespace } = target.object.metadata;
    holder[field] = name;
    if (isSubject) {
      holder.namespace = namespace;
    }
  }
}
