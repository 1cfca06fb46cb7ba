import type {
  DeliveryCluster,
  DeliveryFinding,
  DeliveryInput,
} from './Delivery';

/** What so large a share of an environment has, the rest should have. */
const usualShare = 2 / 3;
const fewestWithIt = 2;

/**
 * Clusters that should have it have not: those that Git names as targets; else those of an environment where most others have it, and
 * those of an environment that promotion went past.
 */
export function detectMissing(input: DeliveryInput): DeliveryFinding[] {
  const { applications, clusters, targets } = input;
  const having = new Set(applications.map(({ cluster }) => cluster));
  const lacking = clusters.filter(
    ({ name, read }) => read && !having.has(name),
  );
  if (targets) {
    return lacking
      .filter(({ name }) => targets.clusters.includes(name))
      .map(cluster => missing(input, cluster, `${targets.by} lists it`));
  }
  return lacking.flatMap(cluster => {
    const reason =
      !cluster.hub && cluster.environment && couldHave(cluster, applications)
        ? usualIn(input, cluster.environment, having) ??
          passedBy(input, cluster.environment, having)
        : undefined;
    return reason ? [missing(input, cluster, reason)] : [];
  });
}

/** What one engine alone delivers is not missing where that engine is not. */
function couldHave(
  { engines }: DeliveryCluster,
  applications: DeliveryInput['applications'],
): boolean {
  return applications.some(
    ({ engine }) => engine === undefined || engines.includes(engine),
  );
}

function usualIn(
  { clusters }: DeliveryInput,
  environment: string,
  having: ReadonlySet<string>,
): string | undefined {
  const all = clusters.filter(
    cluster => cluster.environment === environment && !cluster.hub,
  );
  const count = all.filter(({ name }) => having.has(name)).length;
  return count >= fewestWithIt && count / all.length >= usualShare
    ? `most clusters of ${environment} have it, ${count} of ${all.length}`
    : undefined;
}

/** Promotion goes from one environment to the next: what is before it and behind it was meant for it too. */
function passedBy(
  { clusters, environments }: DeliveryInput,
  environment: string,
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
