import { NotFoundError } from '@backstage/errors';
import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import type { Router } from 'express';
import type { ObjectDiffs } from '../../diff/ObjectDiffs';
import { ApiError } from '../../kubernetes/ApiError';
import type { ClusterConnections } from '../../kubernetes/ClusterConnections';
import { askCluster } from './askCluster';
import { auditedObjectRead, type ObjectReadContext } from './auditedObjectRead';
import { ClusterError } from './ClusterError';
import { parseObjectPath, type ObjectPath } from './parseObjectPath';

/** What live objects should be against what they are, asked of their cluster when somebody wants to know and never before. */
export function addObjectDiffRoutes(
  router: Router,
  options: ObjectReadContext & {
    connections: ClusterConnections;
    objectDiffs: ObjectDiffs;
  },
): void {
  const { store, connections, objectDiffs } = options;

  /** Undefined: it is not on the cluster. */
  async function readLive(
    path: ObjectPath,
  ): Promise<KubernetesObject | undefined> {
    const { cluster, group, version, plural, name } = path;
    return askCluster({ cluster, verb: 'get', group, plural }, async () => {
      try {
        return await connections.get(cluster).get(path);
      } catch (error) {
        if (!(error instanceof ApiError && error.status === 404)) {
          throw error;
        }
        if (error.message.includes(name)) {
          return undefined;
        }
        // An API server names the object that it does not have, but not one of a kind that it does not serve.
        throw new ClusterError(
          `${plural} of ${
            group || 'core'
          }/${version} are not installed on cluster ${cluster}. It said: ${
            error.message
          }`,
        );
      }
    });
  }

  router.get(
    '/objects/:cluster/:group/:version/:plural/:namespace/:name/diff',
    async (request, response) => {
      const path = parseObjectPath(request.params);
      const diff = await auditedObjectRead(
        options,
        { eventId: 'object-diff', request, path },
        async ({ applicationId, readable }) => {
          if (!applicationId) {
            throw new NotFoundError(
              'No application deploys it, so that nothing says what it should be',
            );
          }
          const detail = await store.getApplication(applicationId, readable);
          if (!detail) {
            throw new NotFoundError(`No application ${applicationId}`);
          }
          const [basis, live] = await Promise.all([
            store.readDiffBasis(applicationId, path),
            readLive(path),
          ]);
          return objectDiffs.compare({ ...path, detail, basis, live });
        },
      );
      response.json(diff);
    },
  );
}
