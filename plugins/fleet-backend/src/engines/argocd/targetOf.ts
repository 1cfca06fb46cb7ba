import type { DeploymentTarget } from '@fleetcommander/backstage-plugin-fleet-node';
import { textOf, type Fields } from '../fields';

/** Where the destination of an Application is. */
export function targetOf(destination: Fields): DeploymentTarget {
  const server = textOf(destination.server);
  if (server) {
    return server.startsWith('https://kubernetes.default.svc')
      ? { type: 'own-cluster' }
      : { type: 'server', server };
  }
  const name = textOf(destination.name);
  if (name) {
    return name === 'in-cluster'
      ? { type: 'own-cluster' }
      : { type: 'name', name };
  }
  return {
    type: 'missing',
    message: 'spec.destination names neither a server nor a cluster',
  };
}
