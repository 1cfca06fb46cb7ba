import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import { isMap } from '../isMap';
import {
  ArgocdClient,
  ArgocdError,
  type ArgocdInstance,
  type ManagedResource,
} from './ArgocdClient';
import type { Desired, DesiredSource, Wanted } from './Desired';

/** What Argo CD has rendered for an object, as its API tells where it is configured. */
export function argocdSource(
  instances: readonly ArgocdInstance[],
): DesiredSource {
  const clients = new Map(
    instances.map(instance => [instance.cluster, new ArgocdClient(instance)]),
  );
  return {
    name: 'argocd',
    async find(wanted) {
      const { application } = wanted;
      if (application.kind !== 'Application') {
        return { unknown: 'it is not Argo CD that deploys it' };
      }
      if (wanted.kind === 'Secret' && wanted.group === '') {
        return { unknown: 'Argo CD tells nobody what a Secret should hold' };
      }
      const client = clients.get(application.cluster);
      if (!client) {
        return {
          unknown: `the API of the Argo CD on cluster ${application.cluster} is not configured: name its url and a token in fleet.argocd`,
        };
      }
      try {
        const resources = await client.managedResources(application, wanted);
        return desiredOf(wanted, resources);
      } catch (error) {
        if (error instanceof ArgocdError) {
          return { unknown: error.message };
        }
        throw error;
      }
    },
  };
}

function desiredOf(
  { application, group, kind, namespace = '', name }: Wanted,
  resources: readonly ManagedResource[],
): Desired | { unknown: string } {
  const resource = resources.find(
    item =>
      (item.group ?? '') === group &&
      item.kind === kind &&
      (item.namespace ?? '') === namespace &&
      item.name === name,
  );
  const target = parse(resource?.targetState);
  return isMap(target)
    ? {
        object: target as KubernetesObject,
        words: 'What Argo CD compares it with.',
        revision: application.revision,
        at: application.lastReconciledAt,
      }
    : {
        unknown: resource
          ? 'Git no longer has it: Argo CD would delete it if it prunes'
          : 'Argo CD does not compare it',
      };
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return undefined;
  }
}
