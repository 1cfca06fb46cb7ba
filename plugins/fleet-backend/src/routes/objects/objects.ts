import type { LiveObject } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Router } from 'express';
import { stringify } from 'yaml';
import type { ClusterConnections } from '../../kubernetes/ClusterConnections';
import { parseChoices } from '../parseChoices';
import { askCluster } from './askCluster';
import { auditedObjectRead, type ObjectReadContext } from './auditedObjectRead';
import { eventsOf } from './eventsOf';
import { maskSecrets } from './maskSecrets';
import { parseObjectPath, type ObjectPath } from './parseObjectPath';
import { podsOf } from './podsOf';

const extras = ['pods', 'events'] as const;

/** Live objects, asked of their cluster with the service's own credentials; therefore only what an application or a claim has. */
export function addObjectRoutes(
  router: Router,
  options: ObjectReadContext & { connections: ClusterConnections },
): void {
  const { connections } = options;

  async function read(
    path: ObjectPath,
    wanted: readonly (typeof extras)[number][],
  ): Promise<LiveObject> {
    const { cluster, group, plural } = path;
    const live = await askCluster(
      { cluster, verb: 'get', group, plural },
      async () => connections.get(cluster).get(path),
    );
    const client = connections.get(cluster);
    const { object, masked } = maskSecrets(live);
    const list = { cluster, verb: 'list', group: '' } as const;
    const pods = wanted.includes('pods')
      ? await askCluster({ ...list, plural: 'pods' }, () =>
          podsOf(client, live),
        )
      : undefined;
    const events = wanted.includes('events')
      ? await askCluster({ ...list, plural: 'events' }, () =>
          eventsOf(client, { ...path, kind: live.kind }, pods ?? []),
        )
      : undefined;
    return {
      cluster: path.cluster,
      yaml: stringify(object),
      observedAt: new Date().toISOString(),
      masked,
      pods,
      events,
    };
  }

  router.get(
    '/objects/:cluster/:group/:version/:plural/:namespace/:name',
    async (request, response) => {
      const path = parseObjectPath(request.params);
      const wanted = request.query.with
        ? parseChoices('with', String(request.query.with), extras)
        : [];
      const object = await auditedObjectRead(
        options,
        { eventId: 'object-read', request, path },
        () => read(path, wanted),
      );
      response.json(object);
    },
  );
}
