import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, itemsOf, type Fields } from '../../engines/fields';
import { isEmpty } from '../isSameValue';

/** Of a Flux Kustomization: whatever makes of the files something else. */
const ofFlux = [
  'commonMetadata',
  'components',
  'images',
  'namePrefix',
  'nameSuffix',
  'patches',
  'patchesJson6902',
  'patchesStrategicMerge',
  'postBuild',
];
/** Of a source of an Argo CD Application. */
const ofArgocd = ['chart', 'helm', 'kustomize', 'plugin'];

/** Why what an application deploys is not what its files in Git say; `undefined` when it is. */
export function reasonNotPlain(
  application: KubernetesObject,
): string | undefined {
  const spec = fieldsOf(application.spec);
  if (application.kind === 'HelmRelease') {
    return 'a Helm chart makes it on the cluster';
  }
  if (application.kind === 'Kustomization') {
    return saying('the Kustomization', firstSet(spec, ofFlux));
  }
  if (itemsOf(spec.sources).length > 1) {
    return 'the Application has several sources';
  }
  if (!isEmpty(spec.sourceHydrator)) {
    return saying('the Application', 'sourceHydrator');
  }
  const source = fieldsOf(spec.source ?? itemsOf(spec.sources)[0]);
  const set = firstSet(source, ofArgocd);
  const jsonnet = isEmpty(fieldsOf(source.directory).jsonnet)
    ? undefined
    : 'directory.jsonnet';
  return saying('the Application', set ?? jsonnet);
}

function firstSet(fields: Fields, keys: readonly string[]) {
  return keys.find(key => !isEmpty(fields[key]));
}

function saying(what: string, key: string | undefined): string | undefined {
  return key && `${what} changes what the files say, by its ${key}`;
}
