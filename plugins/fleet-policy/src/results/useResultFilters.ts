import {
  useScopedFilters,
  type FleetScope,
} from '@fleetcommander/backstage-plugin-fleet-react';

const keys = [
  'severity',
  'environment',
  'region',
  'cluster',
  'owner',
  'unowned',
  'engine',
  'policy',
  'control',
  'category',
  'kind',
  'verdict',
  'entity',
  'application',
  'exception',
  'excepted',
  'changed',
  'mine',
] as const;

const weekMs = 7 * 86_400_000;
const hourMs = 3_600_000;

/** What results can be narrowed by in the URL. */
export type ResultFilterKey = (typeof keys)[number];

/** The filters of the URL, and the query that they make within a scope. */
export function useResultFilters(scope: FleetScope | undefined) {
  const { filters, filterWith, linkWith } = useScopedFilters(keys, {
    scope,
    sort: { field: 'severity', direction: 'asc' },
  });
  // By the hour, so that the question stays the same between renders.
  const week = new Date(
    Math.floor((Date.now() - weekMs) / hourMs) * hourMs,
  ).toISOString();
  const terms = [
    ...filterWith({ changed: [] }),
    ...filters.values.changed.flatMap(change =>
      change === 'ended'
        ? ['state=ended', `endedSince=${week}`]
        : ['state=open', `since=${week}`],
    ),
  ];
  return {
    filters,
    linkWith,
    filter: terms.length > 0 ? [terms.join(',')] : [],
  };
}
