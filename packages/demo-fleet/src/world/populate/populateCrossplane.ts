import { KubernetesObject } from '../../types';
import { workloadManifest } from '../manifests/workloadManifest';
import { clusterDefinition } from '../platform/clusterDefinition';
import { claimNamespace } from '../platform/ClusterClaim';
import {
  compositionManifests,
  revisionOfComposition,
} from '../platform/compositionManifests';
import {
  crossplaneComponent,
  crossplaneVersion,
} from '../platform/crossplaneComponent';
import { databaseDefinition } from '../platform/databaseDefinition';
import { teamNamespaces } from '../platform/databases';
import { packageManifests } from '../platform/packageManifests';
import { conditions } from '../status/conditions';
import { settleWorkload } from '../workloads/settleWorkload';
import { Workload } from '../workloads/Workload';
import { putOld, recently, Site, writeStatus } from './Site';

/** Crossplane on a hub: itself, its packages, and what the platform offers with it. */
export function populateCrossplane(site: Site): void {
  const { cluster, plan, fleet, random } = site;
  const namespaces = ['crossplane-system', claimNamespace, ...teamNamespaces];
  for (const name of namespaces) {
    const namespace = {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels: { 'kubernetes.io/metadata.name': name } },
      status: { phase: 'Active' },
    };
    putOld(site, namespace, 'kubectl-create', 'Update');
  }
  for (const template of crossplaneComponent.workloads) {
    const workload = putOld(
      site,
      workloadManifest(crossplaneComponent, template, plan, crossplaneVersion),
      'helm',
      'Update',
    ) as Workload;
    settleWorkload(cluster, workload, fleet.registry, recently(site, 90 * 24));
  }
  for (const { object, revision } of packageManifests(fleet.seed)) {
    putPackage(site, object, revision);
  }
  for (const definition of [clusterDefinition, databaseDefinition]) {
    putDefinition(site, definition);
  }
  for (const composition of compositionManifests()) {
    putOld(site, composition, 'crossplane');
    const revision = revisionOfComposition(composition, random.hex(7));
    const live = putOld(site, revision, 'crossplane', 'Update');
    writeConditions(site, live, [['ValidPipeline', 'ValidPipeline']]);
  }
}

function putPackage(
  site: Site,
  object: KubernetesObject,
  revision: KubernetesObject,
): void {
  const { image } = revision.spec as { image: string };
  const live = putOld(site, object, 'kubectl-client-side-apply', 'Update');
  writeConditions(
    site,
    live,
    [
      ['Installed', 'ActivePackageRevision'],
      ['Healthy', 'HealthyPackageRevision'],
    ],
    {
      currentIdentifier: image,
      currentRevision: revision.metadata.name,
      resolvedPackage: image,
    },
  );
  const { apiVersion, kind, metadata } = live;
  const { name, uid } = metadata;
  const owned = {
    ...revision,
    metadata: {
      ...revision.metadata,
      ownerReferences: [{ apiVersion, kind, name, uid, controller: true }],
    },
  };
  const runs = kind !== 'Configuration';
  writeConditions(site, putOld(site, owned, 'crossplane', 'Update'), [
    ['RevisionHealthy', 'HealthyPackageRevision'],
    ...(runs ? ([['RuntimeHealthy', 'HealthyPackageRevision']] as const) : []),
  ]);
}

function putDefinition(site: Site, definition: KubernetesObject): void {
  const { group, names, claimNames } = definition.spec as {
    group: string;
    names: { kind: string };
    claimNames?: { kind: string };
  };
  const apiVersion = `${group}/v1alpha1`;
  writeConditions(
    site,
    putOld(site, definition, 'crossplane', 'Update'),
    [
      ['Established', 'WatchingCompositeResource'],
      ...(claimNames
        ? ([['Offered', 'WatchingCompositeResourceClaim']] as const)
        : []),
    ],
    {
      controllers: {
        compositeResourceType: { apiVersion, kind: names.kind },
        ...(claimNames && {
          compositeResourceClaimType: { apiVersion, kind: claimNames.kind },
        }),
      },
    },
  );
}

function writeConditions(
  site: Site,
  live: KubernetesObject,
  held: readonly (readonly [type: string, reason: string])[],
  more: object = {},
): void {
  const status = {
    ...more,
    conditions: conditions(
      undefined,
      recently(site, 20 * 24),
      held.map(([type, reason]) => ({
        type,
        status: 'True',
        reason,
        message: '',
        observedGeneration: live.metadata.generation,
      })),
    ),
  };
  writeStatus(site, live, status, 'crossplane');
}
