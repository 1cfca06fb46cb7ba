import type {
  ApplicationSource,
  HistoryEntry,
  OwnedResource,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ownerKey,
  type EngineKind,
  type KubernetesObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import {
  fieldsOf,
  itemsOf,
  textOf,
  textsOf,
  timeOf,
  type Fields,
} from '../fields';
import { imageVersion } from '../imageVersion';
import { labelsOf } from '../labelsOf';
import { managedBy } from '../managedBy';
import { mostResources } from '../mostResources';
import { recordOf } from '../recordOf';
import { shortRevision } from '../shortRevision';
import { applicationHealth } from './applicationHealth';
import { applicationSources } from './applicationSources';
import { applicationDriftFacts } from './driftFacts';
import { stateOfHealth } from './stateOfHealth';
import { targetOf } from './targetOf';

/** Applications. */
export const application: EngineKind = {
  group: 'argoproj.io',
  kind: 'Application',
  plural: 'applications',
  versions: ['v1alpha1'],
  project(object, context) {
    const spec = fieldsOf(object.spec);
    const status = fieldsOf(object.status);
    const sync = fieldsOf(status.sync);
    const destination = fieldsOf(spec.destination);
    const automated = fieldsOf(spec.syncPolicy).automated;
    const sources = applicationSources(spec, sync);
    const images = textsOf(fieldsOf(status.summary).images);
    const revision = appliedRevision(status, sync);
    const applicationSet = applicationSetOf(object);
    return [
      {
        type: 'application',
        ...recordOf('argocd', object, context, applicationHealth(object)),
        labels: labelsOf(object),
        ownerKey: ownKey(object, status),
        target: targetOf(destination),
        targetNamespace: textOf(destination.namespace),
        project: textOf(spec.project),
        applicationSet,
        managedBy: applicationSet
          ? `ApplicationSet/${object.metadata.namespace}/${applicationSet}`
          : managedBy(object),
        suspended: false,
        automated:
          typeof automated === 'object' &&
          automated !== null &&
          fieldsOf(automated).enabled !== false,
        deleting: object.metadata.deletionTimestamp !== undefined,
        version: versionOf(images, sources, revision),
        revision,
        attemptedRevision: revisionIn(
          fieldsOf(fieldsOf(status.operationState).syncResult),
        ),
        sources,
        images,
        sync: textOf(sync.status),
        lastReconciledAt: timeOf(status.reconciledAt),
        resources: resourcesOf(status.resources),
        drift: applicationDriftFacts(object),
        history: historyOf(status.history),
      },
    ];
  },
};

/** What Argo CD calls an Application in the tracking marks of what it deploys. */
function ownKey({ metadata }: KubernetesObject, status: Fields): string {
  const { name, namespace } = metadata;
  const home = textOf(status.controllerNamespace) ?? 'argocd';
  return ownerKey({
    kind: 'Application',
    name: namespace === home ? name : `${namespace}_${name}`,
  });
}

function applicationSetOf({ metadata }: KubernetesObject): string | undefined {
  for (const item of itemsOf(metadata.ownerReferences)) {
    const owner = fieldsOf(item);
    if (owner.kind === 'ApplicationSet') {
      return textOf(owner.name);
    }
  }
  return undefined;
}

/** While it is out of sync, `status.sync` names what Git has; what is applied is then the last that was deployed. */
function appliedRevision(status: Fields, sync: Fields): string | undefined {
  const deployed = revisionIn(fieldsOf(itemsOf(status.history).at(-1)));
  return sync.status === 'Synced' ? revisionIn(sync) ?? deployed : deployed;
}

function revisionIn(fields: Fields): string | undefined {
  return textOf(fields.revision) ?? textsOf(fields.revisions)[0];
}

function versionOf(
  images: readonly string[],
  sources: readonly ApplicationSource[],
  revision: string | undefined,
): string | undefined {
  if (images.length > 0) {
    return imageVersion(images[0]);
  }
  const chart = sources.find(({ type }) => type === 'helm');
  return chart
    ? chart.revision ?? chart.ref
    : revision && shortRevision(revision);
}

function resourcesOf(value: unknown): OwnedResource[] {
  const resources: OwnedResource[] = [];
  for (const item of itemsOf(value).slice(0, mostResources)) {
    const resource = fieldsOf(item);
    const health = fieldsOf(resource.health);
    const kind = textOf(resource.kind);
    const name = textOf(resource.name);
    if (kind && name) {
      resources.push({
        group: textOf(resource.group) ?? '',
        version: textOf(resource.version),
        kind,
        namespace: textOf(resource.namespace),
        name,
        sync: textOf(resource.status),
        state: stateOfHealth(health.status),
        message: textOf(health.message),
      });
    }
  }
  return resources;
}

/** Newest first; Argo CD has it the other way round. */
function historyOf(value: unknown): HistoryEntry[] {
  const history: HistoryEntry[] = [];
  for (const item of itemsOf(value)) {
    const entry = fieldsOf(item);
    const { username, automated } = fieldsOf(entry.initiatedBy);
    history.unshift({
      revision: revisionIn(entry) ?? '',
      at: timeOf(entry.deployedAt),
      by: textOf(username) ?? (automated === true ? 'auto-sync' : undefined),
    });
  }
  return history;
}
