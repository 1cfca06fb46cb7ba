import { ClusterPlan } from '../types';
import { Deliveries } from './delivery/Deliveries';
import { ClusterSize } from './delivery/sizedDeliveries';
import { Metrics } from './flagger/Metrics';
import { Git } from './git/Git';
import { planClusters } from './plans';
import { Random } from './Random';
import { FleetRepository } from './repository/FleetRepository';
import { folderOfExceptions } from './repository/fleetRoots';
import { kustomizationIn } from './repository/kustomize/KustomizationFile';
import { Registry } from './Registry';

/** Which world to create. */
export interface WorldOptions {
  spokes: number;
  seed: number;
  /** Gives every spoke the same numbers of objects, and the hub nothing to deliver; for benchmarks. */
  size?: ClusterSize;
  /** Where the hub's Flux has claims from; without one, nobody applies any. */
  repository?: FleetRepository;
}

/** What the world knows beside what lies in the clusters. */
export interface Fleet {
  seed: number;
  plans: ClusterPlan[];
  deliveries: Deliveries;
  git: Git;
  registry: Registry;
  metrics: Metrics;
  /** Of every spoke, where it was given. */
  size?: ClusterSize;
  repository?: FleetRepository;
}

const checkout = 'registry.example.org/team-pay/checkout';

/** The fleet as it stands before anything moves. */
export function createFleet(options: WorldOptions): Fleet {
  const { seed, size, repository } = options;
  const plans = planClusters(options.spokes);
  const git = Git.create(Random.create(seed, 'git'));
  git.release('storefront', 'prod-ap-south-1', '7.2.8');
  for (const cluster of ['prod-eu-west-1', 'prod-ap-south-1']) {
    git.release('checkout', cluster, '2.9.3-rc.1');
  }
  for (const plan of plans) {
    const folder = folderOfExceptions(plan);
    if (
      repository &&
      kustomizationIn(repository.filesAt(repository.head), folder)
    ) {
      git.withdraw(folder);
    }
  }
  return {
    seed,
    plans,
    deliveries: size
      ? Deliveries.ofSize(
          plans.filter(({ hub }) => !hub),
          size,
        )
      : Deliveries.create(plans),
    size,
    repository,
    git,
    metrics: Metrics.create(),
    registry: Registry.create({
      [`${checkout}:2.9.3-rc.1`]: `${checkout}:2.9.2`,
    }),
  };
}
