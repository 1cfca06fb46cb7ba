import type {
  DeliveryCluster,
  DeliveryFinding,
  DeliveryInput,
} from './Delivery';
import { usualIn } from './usualIn';

/**
 * Clusters that should have it have not: those that Git names as targets; else those of an environment where most others have it, and
 * those of an environment that promotion went past. These two are only signs: a region that has it nowhere does without on purpose.
 */
export function detectMissing(input: DeliveryInput): DeliveryFinding[] {
  const { applications, clusters, targets, running } = input;
  const having = new Set(applications.map(({ cluster }) => cluster));
  const lacking = clusters.filter(
    ({ name, read }) => read && !having.has(name) && !running?.has(name),
  );
  if (targets?.clusters) {
    const named = new Set(targets.clusters);
    return lacking
      .filter(({ name }) => named.has(name))
      .map(cluster => missing(input, cluster, `${targets.by} lists it`));
  }
  return lacking.flatMap(cluster => {
    const reason =
      !cluster.hub &&
      couldHave(cluster, applications) &&
      !isLeftOut(cluster, clusters, having)
        ? usualIn(input, cluster, having) ?? passedBy(input, cluster, having)
        : undefined;
    return reason ? [missing(input, cluster, reason)] : [];
  });
}

/** What one engine alone delivers is not missing where that engine is not; where an ApplicationSet puts it is for that to say. */
function couldHave(
  { engines }: DeliveryCluster,
  applications: DeliveryInput['applications'],
): boolean {
  return applications.some(
    ({ engine, placed }) =>
      !placed && (engine === undefined || engines.includes(engine)),
  );
}

/** Whether no other cluster of its region has it either. */
function isLeftOut(
  { name, region }: DeliveryCluster,
  clusters: readonly DeliveryCluster[],
  having: ReadonlySet<string>,
): boolean {
  const others = clusters.filter(
    other =>
      region !== undefined &&
      other.region === region &&
      other.name !== name &&
      !other.hub,
  );
  return others.length > 0 && !others.some(other => having.has(other.name));
}

/** Promotion goes from one environment to the next: what is before it and behind it was meant for it too. */
function passedBy(
  { clusters, environments }: DeliveryInput,
  { environment = '' }: DeliveryCluster,
  having: ReadonlySet<string>,
): string | undefined {
  const place = environments.indexOf(environment);
  const hasIt = (name: string) =>
    clusters.some(
      cluster => cluster.environment === name && having.has(cluster.name),
    );
  if (place < 0 || hasIt(environment)) {
    return undefined;
  }
  const before = environments.slice(0, place).find(hasIt);
  const behind = environments.slice(place + 1).find(hasIt);
  return before && behind
    ? `${before} and ${behind} have it, and ${environment} lies between them`
    : undefined;
}

function missing(
  { title }: DeliveryInput,
  { name }: DeliveryCluster,
  reason: string,
): DeliveryFinding {
  return {
    cluster: name,
    finding: {
      kind: 'missing',
      key: name,
      summary: `${title} is not on ${name}: ${reason}.`,
      correction: {
        expected: false,
        reason: 'Nothing on the cluster says that it should be there.',
      },
      remedy: `Add ${title} to what Git says for ${name}, or say in Git that it is not meant to be there.`,
    },
  };
}
