import type { DriftFinding } from '@fleetcommander/backstage-plugin-fleet-node';

const mostKinds = 5;

/** What a cluster withholds cannot differ from Git as far as anybody can tell. */
export function detectUnreadKinds(
  cluster: string,
  kinds: readonly string[],
): DriftFinding[] {
  if (kinds.length === 0) {
    return [];
  }
  const names = [...new Set(kinds)].sort();
  const more = names.length - mostKinds;
  const listed = [
    ...names.slice(0, mostKinds),
    ...(more > 0 ? [`${more} more kinds`] : []),
  ].join(', ');
  return [
    {
      kind: 'frozen',
      key: 'unread',
      summary: `Kinds that may not be read on ${cluster}: ${listed}. Drift in them is not told.`,
      correction: {
        expected: false,
        reason: 'The rights of the reader on that cluster leave them out.',
      },
      remedy: `Apply the manifest that the doctor of ${cluster} shows.`,
    },
  ];
}
