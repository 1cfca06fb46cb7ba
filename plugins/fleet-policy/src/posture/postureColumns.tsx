import {
  clusterEntityName,
  type PolicyPostureItem,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ClusterLink,
  EntityLink,
  InternalLink,
  Muted,
  SeverityCounts,
  Since,
  Stack,
  Text,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { enforcedWord } from './enforcedWord';
import { postureLink, type Grouping } from './postureLink';

/** How a team, an environment or a cluster stands in a list of them. */
export function postureColumns(
  by: Grouping,
): FleetTableColumn<PolicyPostureItem>[] {
  return [
    {
      key: 'title',
      title: { owner: 'Team', environment: 'Environment', cluster: 'Cluster' }[
        by
      ],
      width: 'minmax(140px, 1.4fr)',
      render: item => (
        <Text variant="strong">
          <PostureName by={by} item={item} />
        </Text>
      ),
    },
    {
      key: 'open',
      title: 'Open breaches',
      width: 'minmax(200px, 2.4fr)',
      render: ({ key, open }) =>
        Object.values(open).some(Boolean) ? (
          <SeverityCounts
            counts={open}
            linkTo={severity => postureLink(by, key, { severity })}
          />
        ) : (
          <Muted>none</Muted>
        ),
    },
    {
      key: 'resources',
      title: 'Resources',
      width: '104px',
      render: ({ key, resources }) =>
        resources > 0 ? (
          <InternalLink to={postureLink(by, key)}>
            {resources.toLocaleString()}
          </InternalLink>
        ) : (
          <Muted>none</Muted>
        ),
    },
    {
      key: 'oldest',
      title: 'Oldest',
      width: '112px',
      render: ({ key, oldestSince }) =>
        oldestSince && (
          <InternalLink to={postureLink(by, key, { sort: 'since,asc' })}>
            <Since at={oldestSince} />
          </InternalLink>
        ),
    },
    {
      key: 'changed',
      title: 'In 7 days',
      width: 'minmax(112px, 1fr)',
      render: ({ key, changed: { began, ended } }) => (
        <Stack gap={0}>
          {began > 0 && (
            <InternalLink to={postureLink(by, key, { changed: 'began' })}>
              {`${began.toLocaleString()} began`}
            </InternalLink>
          )}
          {ended > 0 && (
            <InternalLink to={postureLink(by, key, { changed: 'ended' })}>
              {`${ended.toLocaleString()} ended`}
            </InternalLink>
          )}
          {began + ended === 0 && <Muted>no change</Muted>}
        </Stack>
      ),
    },
    {
      key: 'enforced',
      title: 'Enforced',
      width: '96px',
      render: ({ enforced }) =>
        enforcedWord(enforced) ?? <Muted>unknown</Muted>,
    },
  ];
}

function PostureName(props: { by: Grouping; item: PolicyPostureItem }) {
  const { by, item } = props;
  if (by === 'owner' && item.key) {
    return <EntityLink entityRef={item.key} title={item.title} />;
  }
  return by === 'cluster' ? (
    <ClusterLink
      name={item.key}
      entityRef={`resource:default/${clusterEntityName(item.key)}`}
    />
  ) : (
    <>{item.title}</>
  );
}
