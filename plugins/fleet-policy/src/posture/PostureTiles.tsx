import type {
  FleetClient,
  PolicyResultList,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  filterLink,
  SummaryTiles,
  useFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';

/** The numbers of the screen, each a link to what it counts. */
export function PostureTiles(props: {
  filter: string[];
  results: PolicyResultList | undefined;
}) {
  const { filter, results } = props;
  const terms = termsOf(filter);
  const counts = useFleet(
    (api, signal) => countElsewhere(api, terms, signal),
    [filter[0]],
  ).value;
  if (!results) {
    return null;
  }
  const open = (severity: string) =>
    results.facets.severity?.find(({ value }) => value === severity)?.count ??
    0;
  const ofSeverity = (severity: 'critical' | 'high') => ({
    key: severity,
    value: open(severity).toLocaleString(),
    title: `${severity} ${open(severity) === 1 ? 'breach' : 'breaches'}`,
    to: filterLink('', { ...terms, view: 'results', severity }),
    state:
      open(severity) > 0
        ? ({ critical: 'failing', high: 'degraded' } as const)[severity]
        : undefined,
  });

  return (
    <SummaryTiles
      tiles={[
        ofSeverity('critical'),
        ofSeverity('high'),
        ...(counts
          ? [
              ...shortOf(counts).map(({ by, count }) => ({
                key: by,
                value: count.toLocaleString(),
                title: `places where a ${by} falls short of the baseline`,
                to: filterLink('', {
                  ...placeOf(terms),
                  view: 'coverage',
                  by: by === 'policy' ? by : undefined,
                  deviations: 'on',
                }),
                state: count > 0 ? ('degraded' as const) : undefined,
              })),
              {
                key: 'exceptions',
                value: counts.exceptions.toLocaleString(),
                title: 'exceptions have expired or soon do',
                to: filterLink('', {
                  ...terms,
                  view: 'exceptions',
                  state: ['expired', 'expiring'],
                }),
                state:
                  counts.exceptions > 0 ? ('degraded' as const) : undefined,
              },
            ]
          : []),
      ]}
    />
  );
}

/** What the baseline misses by control and by policy, and exceptions that need somebody. */
async function countElsewhere(
  api: FleetClient,
  terms: Record<string, string[]>,
  signal: AbortSignal,
) {
  const place = filterOf(placeOf(terms));
  const one = { limit: 1, columnLimit: 1 };
  const [controls, policies, exceptions] = await Promise.all([
    api.policies.coverage(
      { ...one, filter: place, groupBy: 'control' },
      { signal },
    ),
    api.policies.coverage(
      { ...one, filter: place, groupBy: 'policy' },
      { signal },
    ),
    api.policies.exceptions(
      {
        limit: 1,
        filter: filterOf({ ...terms, state: ['expired', 'expiring'] }),
      },
      { signal },
    ),
  ]);
  return {
    control: controls.deviations,
    policy: policies.deviations,
    exceptions: exceptions.totalItems,
  };
}

/** Each is a list of its own; where the baseline is met, that of the controls says so for both. */
function shortOf(counts: { control: number; policy: number }) {
  return (['control', 'policy'] as const)
    .map(by => ({ by, count: counts[by] }))
    .filter(
      ({ by, count }) => count > 0 || (by === 'control' && counts.policy === 0),
    );
}

function termsOf([conjunction = '']: string[]): Record<string, string[]> {
  const terms: Record<string, string[]> = {};
  for (const term of conjunction.split(',').filter(Boolean)) {
    const [key, value] = term.split(/=(.*)/s);
    terms[key] = [...(terms[key] ?? []), value];
  }
  return terms;
}

/** What of it chooses clusters. */
function placeOf({
  environment = [],
  region = [],
  cluster = [],
}: Record<string, string[]>) {
  return { environment, region, cluster };
}

function filterOf(terms: Record<string, string[]>): string[] {
  const conjunction = Object.entries(terms)
    .flatMap(([key, values]) => values.map(value => `${key}=${value}`))
    .join(',');
  return conjunction ? [conjunction] : [];
}
