import type { PolicyStanding } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ClusterPlace,
  CoverageBadge,
  FleetTable,
  filterLink,
  InternalLink,
  Muted,
  Section,
  Stack,
  Text,
  TimedText,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { usePolicyPaths } from '../usePolicyPaths';

/** Where a policy stands: on each cluster, in promotion order, with what it does there in its engine's own word. */
export function PolicyStandings(props: {
  standings: readonly PolicyStanding[];
  policyId: string;
}) {
  const { standings, policyId } = props;
  const paths = usePolicyPaths();
  const enforcing = standings.filter(({ state }) => state === 'enforce').length;
  const columns: FleetTableColumn<PolicyStanding>[] = [
    {
      key: 'where',
      title: 'Cluster',
      width: 'minmax(140px, 1.2fr)',
      render: standing => <ClusterPlace {...standing} />,
    },
    {
      key: 'state',
      title: 'Stands',
      width: '140px',
      render: ({ state, freshness }) => (
        <CoverageBadge state={state} stale={freshness.stale} />
      ),
    },
    {
      key: 'words',
      title: 'What it does there',
      width: 'minmax(180px, 2fr)',
      render: ({ summary, message, bindings }) => (
        <Stack gap={0}>
          <Text lines={3}>
            <TimedText text={summary} />
          </Text>
          {bindings.map(({ word, where }) => (
            <Muted key={`${word} ${where}`}>
              {[word, where].filter(Boolean).join(', ')}
            </Muted>
          ))}
          {message && <Muted>{message}</Muted>}
        </Stack>
      ),
    },
    {
      key: 'failing',
      title: 'Breaches',
      width: '88px',
      render: ({ cluster, failing }) =>
        failing > 0 ? (
          <InternalLink
            to={filterLink(paths.policy, {
              view: 'results',
              policy: policyId,
              cluster,
            })}
          >
            {failing.toLocaleString()}
          </InternalLink>
        ) : (
          <Muted>none</Muted>
        ),
    },
  ];

  return (
    <Section
      title="Where it stands"
      subtitle={`${enforcing} of ${standings.length} clusters enforce it`}
      flush
    >
      <FleetTable<PolicyStanding>
        label="Where it stands"
        list={standings}
        columns={columns}
        rowKey={({ cluster }) => cluster}
        isStale={({ freshness }) => freshness.stale}
      />
    </Section>
  );
}
