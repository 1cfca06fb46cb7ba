import type {
  ApplicationDetail,
  ApplicationSource,
  Source,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Age,
  EmptyState,
  ExternalLink,
  Freshness,
  KeyValues,
  Mono,
  Stack,
  StateBadge,
  Text,
  VersionTag,
} from '@fleetcommander/backstage-plugin-fleet-react';

/** Where an application comes from: what is followed, what was fetched, and how the source itself is. */
export function SourceList(props: { detail: ApplicationDetail }) {
  const { application, sourceObjects } = props.detail;

  if (application.sources.length + sourceObjects.length === 0) {
    return (
      <EmptyState
        title="No source known"
        description="The repository, chart or bucket that it is made from would be here."
      />
    );
  }
  return (
    <Stack gap={3}>
      {application.sources.map(source => (
        <FollowedSource
          key={`${source.type} ${source.url} ${source.path} ${source.chart}`}
          source={source}
        />
      ))}
      {sourceObjects.map(source => (
        <SourceObject key={source.id} source={source} />
      ))}
    </Stack>
  );
}

function FollowedSource(props: { source: ApplicationSource }) {
  const { source } = props;
  return (
    <KeyValues
      items={[
        { key: 'Source', value: source.name ?? source.type },
        {
          key: 'URL',
          value: source.url && (
            <ExternalLink href={source.url}>{source.url}</ExternalLink>
          ),
        },
        { key: 'Path', value: source.path && <Mono>{source.path}</Mono> },
        { key: 'Chart', value: source.chart },
        { key: 'Follows', value: source.ref },
        {
          key: 'Revision',
          value: source.revision && (
            <VersionTag revision={source.revision} href={source.link} />
          ),
        },
      ]}
    />
  );
}

function SourceObject(props: { source: Source }) {
  const { source } = props;
  return (
    <Stack gap={1}>
      <Stack direction="row" gap={1} align="center" wrap>
        <StateBadge state={source.state} size="small" />
        <Text variant="strong">{`${source.kind} ${source.name}`}</Text>
      </Stack>
      <Text>{source.summary}</Text>
      {source.message && <Mono wrap>{source.message}</Mono>}
      <KeyValues
        items={[
          {
            key: 'Fetched',
            value: source.fetchedAt && <Age at={source.fetchedAt} />,
          },
          {
            key: 'Revision',
            value: source.revision && <VersionTag revision={source.revision} />,
          },
          {
            key: 'Age of data',
            value: <Freshness freshness={source.freshness} />,
          },
        ]}
      />
    </Stack>
  );
}
