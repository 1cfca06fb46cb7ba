import type { Engine } from '@fleetcommander/backstage-plugin-fleet-node';
import { cronJob } from './cronJob';
import { daemonSet } from './daemonSet';
import { deployment } from './deployment';
import { job } from './job';
import { namespace } from './namespace';
import { node } from './node';
import { statefulSet } from './statefulSet';

/** What every cluster has: nodes, namespaces and workloads. */
export const kubernetesEngine: Engine = {
  name: 'kubernetes',
  title: 'Kubernetes',
  projectionVersion: 3,
  kinds: [node, namespace, deployment, statefulSet, daemonSet, cronJob, job],
};
