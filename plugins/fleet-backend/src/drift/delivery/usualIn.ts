import type { DeliveryCluster, DeliveryInput } from './Delivery';

/** What so many clusters of an environment have, and so large a share of them, the rest should have. */
const usual = { count: 3, share: 3 / 4 };
/** So few say it only where the environment before has it in the same region. */
const usualWithCounterpart = { count: 2, share: 2 / 3 };

/** Says that most clusters of the environment of one that lacks it have it, where they are enough to go by. */
export function usualIn(
  { clusters, environments }: DeliveryInput,
  cluster: DeliveryCluster,
  having: ReadonlySet<string>,
): string | undefined {
  const { environment } = cluster;
  if (environment === undefined) {
    return undefined;
  }
  const all = clusters.filter(
    other => other.environment === environment && !other.hub,
  );
  const count = all.filter(({ name }) => having.has(name)).length;
  const isEnough = (least: typeof usual) =>
    count >= least.count && count / all.length >= least.share;
  const most = `most clusters of ${environment} have it, ${count} of ${all.length}`;
  if (isEnough(usual)) {
    return most;
  }
  const counterpart = isEnough(usualWithCounterpart)
    ? counterpartOf(cluster, clusters, environments)
    : undefined;
  return counterpart && having.has(counterpart.name)
    ? `${most}, and so has ${counterpart.name}`
    : undefined;
}

/** The one cluster of its region in the environment before it, where it is the one of its region in its own. */
function counterpartOf(
  { name, environment = '', region }: DeliveryCluster,
  clusters: readonly DeliveryCluster[],
  environments: readonly string[],
): DeliveryCluster | undefined {
  const before = environments[environments.indexOf(environment) - 1];
  const inRegion = clusters.filter(
    other => region !== undefined && other.region === region && !other.hub,
  );
  const isAlone = !inRegion.some(
    other => other.name !== name && other.environment === environment,
  );
  const [counterpart, ...others] = inRegion.filter(
    other => before !== undefined && other.environment === before,
  );
  return isAlone && others.length === 0 ? counterpart : undefined;
}
