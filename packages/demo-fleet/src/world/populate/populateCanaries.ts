import { Canary } from '../flagger/Canary';
import { CanaryRun } from '../flagger/CanaryRun';
import { settleWorkload } from '../workloads/settleWorkload';
import { removeOldPods } from '../workloads/pods';
import { Workload } from '../workloads/Workload';
import { recently, Site } from './Site';

/** The canaries of a cluster as Flagger has them once it has seen their targets: those run as primaries. */
export function populateCanaries(site: Site): void {
  const { cluster, fleet } = site;
  const moment = recently(site, 20 * 24);
  const settle: Parameters<typeof CanaryRun.create>[0]['touched'] = (
    _,
    object,
  ) => {
    const workload = object as Workload;
    settleWorkload(cluster, workload, fleet.registry, moment);
    removeOldPods(cluster, workload);
  };
  for (const { metadata } of cluster.list('flagger.app', 'canaries')) {
    const ref = { group: 'flagger.app', plural: 'canaries', ...metadata };
    // Once for the primary, and once for what follows when it runs.
    for (const _ of ['Initializing', 'Initialized']) {
      const canary = cluster.get(ref) as Canary;
      CanaryRun.create({ fleet, touched: settle }, cluster, canary)?.advance();
    }
  }
}
