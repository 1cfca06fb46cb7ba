import { KubernetesObject } from '../../types';
import { podTemplateOf } from '../manifests/podTemplate';
import { groupOf } from '../resources/refOf';
import { timestamp } from './conditions';

export type HealthStatus = 'Healthy' | 'Progressing' | 'Degraded' | 'Missing';

export interface History {
  id: number;
  [field: string]: unknown;
}

/** An Argo CD Application as far as its controller reads it back. */
export interface Application extends KubernetesObject {
  spec: {
    source: {
      repoURL?: string;
      path?: string;
      kustomize?: {
        images?: string[];
        namePrefix?: string;
        nameSuffix?: string;
      };
    };
    destination: { server?: string; name?: string; namespace?: string };
    syncPolicy?: {
      automated?: { prune?: boolean; selfHeal?: boolean };
      syncOptions?: string[];
      managedNamespaceMetadata?: { labels?: Record<string, string> };
    };
  };
  operation?: {
    initiatedBy?: { username?: string; automated?: boolean };
    sync?: { revision?: string; autoHealAttemptsCount?: number };
  };
  status?: {
    history?: History[];
    health?: { status?: string; lastTransitionTime?: string };
    sync?: { status: string; revision?: string };
    resources?: {
      group?: string;
      version: string;
      kind: string;
      namespace?: string;
      name: string;
    }[];
    [field: string]: unknown;
  };
}

/** One object of an Application as the controller found it. */
export interface ComparedResource {
  manifest: KubernetesObject;
  synced: boolean;
  health?: { status: HealthStatus; message?: string };
  /** It is no longer in Git. */
  requiresPruning?: true;
}

const urgency: HealthStatus[] = ['Degraded', 'Missing', 'Progressing'];

/** The worst among an Application's objects. */
export function overallHealth(
  compared: readonly ComparedResource[],
): HealthStatus {
  return (
    urgency.find(status => compared.some(c => c.health?.status === status)) ??
    'Healthy'
  );
}

/** What a comparison of the cluster with Git found. */
export function comparedStatus(
  live: Application,
  compared: readonly ComparedResource[],
  revision: string,
  moment: Date,
) {
  const health = overallHealth(compared);
  return {
    controllerNamespace: live.metadata.namespace,
    health: {
      status: health,
      lastTransitionTime:
        live.status?.health?.status === health
          ? live.status.health.lastTransitionTime
          : timestamp(moment),
    },
    reconciledAt: timestamp(moment),
    resources: compared.map(({ manifest, synced, health: own, ...more }) => ({
      ...more,
      group: groupOf(manifest.apiVersion) || undefined,
      version: manifest.apiVersion.split('/').pop()!,
      kind: manifest.kind,
      namespace: manifest.metadata.namespace,
      name: manifest.metadata.name,
      status: synced ? 'Synced' : 'OutOfSync',
      health: own,
    })),
    sourceType: 'Kustomize',
    summary: { images: imagesOf(compared.map(({ manifest }) => manifest)) },
    sync: {
      status: compared.every(({ synced }) => synced) ? 'Synced' : 'OutOfSync',
      revision,
      comparedTo: {
        source: live.spec.source,
        destination: live.spec.destination,
      },
    },
  };
}

/** A comparison that cannot be made, since nobody knows the destination. */
export function unknownDestinationStatus(live: Application, moment: Date) {
  const message = `Failed to load target state: failed to get cluster: there are no clusters with this name: ${live.spec.destination.name}`;
  return {
    controllerNamespace: live.metadata.namespace,
    conditions: [
      {
        type: 'InvalidSpecError',
        message,
        lastTransitionTime: timestamp(moment),
      },
    ],
    health: { status: 'Unknown', lastTransitionTime: timestamp(moment) },
    reconciledAt: timestamp(moment),
    summary: {},
    sync: {
      status: 'Unknown',
      comparedTo: {
        source: live.spec.source,
        destination: live.spec.destination,
      },
    },
  };
}

/** A comparison that cannot be made, since Git does not build. */
export function comparisonErrorStatus(
  live: Application,
  failure: string,
  moment: Date,
) {
  return {
    conditions: [
      {
        type: 'ComparisonError',
        message: failure,
        lastTransitionTime: timestamp(moment),
      },
    ],
    reconciledAt: timestamp(moment),
    sync: {
      status: 'Unknown',
      comparedTo: {
        source: live.spec.source,
        destination: live.spec.destination,
      },
    },
  };
}

function imagesOf(manifests: readonly KubernetesObject[]): string[] {
  const containers = manifests.flatMap(
    manifest => podTemplateOf(manifest)?.spec.containers ?? [],
  );
  return [...new Set(containers.map(({ image }) => image))].sort();
}
