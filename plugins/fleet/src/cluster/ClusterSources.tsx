import type { Source } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Age,
  EmptyState,
  ExternalLink,
  FleetTable,
  Muted,
  Stack,
  StateBadge,
  VersionTag,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';

const columns: FleetTableColumn<Source>[] = [
  {
    key: 'state',
    title: 'State',
    width: '150px',
    render: source => (
      <StateBadge state={source.state} summary={source.summary} />
    ),
  },
  {
    key: 'name',
    title: 'Source',
    width: 'minmax(150px, 1.5fr)',
    render: source => (
      <Stack gap={0}>
        <span>{source.name}</span>
        <Muted>{`${source.kind} in ${
          source.namespace ?? 'no namespace'
        }`}</Muted>
      </Stack>
    ),
  },
  {
    key: 'url',
    title: 'URL',
    width: 'minmax(180px, 2fr)',
    render: source =>
      source.url && <ExternalLink href={source.url}>{source.url}</ExternalLink>,
  },
  {
    key: 'revision',
    title: 'Revision',
    width: 'minmax(130px, 1fr)',
    render: source =>
      source.revision && <VersionTag revision={source.revision} />,
  },
  {
    key: 'fetched',
    title: 'Fetched',
    width: '110px',
    render: source => <Age at={source.fetchedAt} />,
  },
];

/** The Flux sources of a cluster. */
export function ClusterSources(props: { sources: readonly Source[] }) {
  return (
    <FleetTable
      label="Sources"
      list={props.sources}
      columns={columns}
      rowKey={source => source.id}
      isStale={source => source.freshness.stale}
      empty={
        <EmptyState
          title="No Flux sources here"
          description="Git repositories, charts, OCI artifacts and buckets that Flux fetches would be listed here. Argo CD keeps its sources inside its Applications."
        />
      }
    />
  );
}
