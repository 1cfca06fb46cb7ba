import { after } from '../application/after';
import { comparableVersion } from './comparableVersion';
import { compareVersions } from './compareVersions';
import type {
  DeliveredApplication,
  DeliveryFinding,
  DeliveryInput,
} from './Delivery';

/** A new version reaches the clusters of an environment one after the other. */
const rolloutSeconds = 1_800;

type Versioned = DeliveredApplication & {
  environment: string;
  comparable: string;
};

/**
 * Clusters that should agree run different versions: within an environment, and across environments where a later one is ahead of
 * the one before it. That an earlier environment is ahead is how promotion works.
 */
export function detectSkew(input: DeliveryInput): DeliveryFinding[] {
  const versioned = input.applications.flatMap(application => {
    const comparable = comparableVersion(application);
    const { environment } = application;
    return comparable && environment
      ? [{ ...application, environment, comparable }]
      : [];
  });
  const byEnvironment = new Map<string, Versioned[]>();
  for (const application of versioned) {
    const others = byEnvironment.get(application.environment) ?? [];
    byEnvironment.set(application.environment, [...others, application]);
  }
  return [
    ...[...byEnvironment.values()].flatMap(applications =>
      withinEnvironment(input, applications),
    ),
    ...acrossEnvironments(input, byEnvironment),
  ];
}

function withinEnvironment(
  { title }: DeliveryInput,
  applications: readonly Versioned[],
): DeliveryFinding[] {
  const counts = new Map<string, number>();
  for (const { comparable } of applications) {
    counts.set(comparable, (counts.get(comparable) ?? 0) + 1);
  }
  if (counts.size < 2) {
    return [];
  }
  const [usual, count] = usualOf(counts);
  const since = newestOf(applications);
  return applications
    .filter(({ comparable }) => comparable !== usual)
    .map(application => ({
      cluster: application.cluster,
      applicationId: application.id,
      finding: {
        kind: 'skew',
        key: '',
        summary: `${title} runs ${application.comparable} on ${
          application.cluster
        }, and ${usual} on ${
          count === 1 ? 'another cluster' : `${count} clusters`
        } of ${application.environment}.`,
        since,
        opensAt: after(since, rolloutSeconds),
        from: JSON.stringify(usual),
        to: JSON.stringify(application.comparable),
        correction: {
          expected: false,
          reason: application.suspended
            ? 'The application is suspended, so no other version arrives.'
            : 'Each cluster follows its own part of Git.',
        },
        remedy: application.suspended
          ? 'Resume the application.'
          : 'Compare what Git says for the two clusters, and promote the version that both should run.',
      },
    }));
}

/** What most clusters run; of those that are as common, the newest. */
function usualOf(counts: ReadonlyMap<string, number>): [string, number] {
  return [...counts].sort(
    ([a, countOfA], [b, countOfB]) =>
      countOfB - countOfA || (compareVersions(b, a) ?? (a < b ? -1 : 1)),
  )[0];
}

/** Since when the versions differ is when the last of them came. */
function newestOf(applications: readonly Versioned[]): string | undefined {
  return applications
    .flatMap(({ versionSince }) => versionSince ?? [])
    .sort()
    .at(-1);
}

function acrossEnvironments(
  { title, environments }: DeliveryInput,
  byEnvironment: ReadonlyMap<string, Versioned[]>,
): DeliveryFinding[] {
  const present = environments.filter(name => byEnvironment.has(name));
  return present.slice(1).flatMap((environment, index) => {
    const before = present[index];
    const others = byEnvironment.get(before)!;
    return byEnvironment
      .get(environment)!
      .filter(({ comparable }) =>
        others.every(
          other => (compareVersions(comparable, other.comparable) ?? 0) > 0,
        ),
      )
      .map(application => {
        const newest = others
          .map(({ comparable }) => comparable)
          .sort((a, b) => compareVersions(b, a) ?? 0)[0];
        return {
          cluster: application.cluster,
          applicationId: application.id,
          finding: {
            kind: 'skew' as const,
            key: 'ahead',
            summary: `${title} runs ${application.comparable} in ${environment}, ahead of ${before}, which has ${newest} at most.`,
            since: application.versionSince,
            from: JSON.stringify(newest),
            to: JSON.stringify(application.comparable),
            correction: {
              expected: false,
              reason: 'Nobody promotes backwards by itself.',
            },
            remedy: `Bring ${application.comparable} to ${before} as well, or take ${environment} back to what ${before} has tried.`,
          },
        };
      });
  });
}
