import type { Engine } from '@fleetcommander/backstage-plugin-fleet-node';
import { configMap } from './configMap';
import { cronJob } from './cronJob';
import { daemonSet } from './daemonSet';
import { deployment } from './deployment';
import { job } from './job';
import { namespace } from './namespace';
import { node } from './node';
import { service } from './service';
import { statefulSet } from './statefulSet';

/** What every cluster has: nodes, namespaces, workloads, and what belongs to them. */
export const kubernetesEngine: Engine = {
  name: 'kubernetes',
  title: 'Kubernetes',
  projectionVersion: 4,
  kinds: [
    node,
    namespace,
    deployment,
    statefulSet,
    daemonSet,
    cronJob,
    job,
    service,
    configMap,
  ],
};
