import type { AttentionItem } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  EmptyState,
  EntityLink,
  filterLink,
  FleetTable,
  InternalLink,
  Muted,
  Since,
  Stack,
  StateBadge,
  Text,
  TimedText,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { ClaimLink } from '../claims/list/ClaimLink';
import { ClusterName } from '../clusters/ClusterName';
import { useFleetPaths } from '../useFleetPaths';

const columns: FleetTableColumn<AttentionItem>[] = [
  {
    key: 'state',
    title: 'State',
    width: '150px',
    render: item => <StateBadge state={item.state} />,
  },
  {
    key: 'what',
    title: 'What',
    width: 'minmax(180px, 1.5fr)',
    render: item => (
      <Stack gap={0}>
        <AttentionLink item={item} />
        <Muted>{whereOf(item)}</Muted>
      </Stack>
    ),
  },
  {
    key: 'summary',
    title: 'Why',
    width: 'minmax(220px, 3fr)',
    render: item => (
      <Text>
        <TimedText text={item.summary} />
      </Text>
    ),
  },
  {
    key: 'since',
    title: 'How long',
    width: '130px',
    render: item => <Since at={item.since} />,
  },
  {
    key: 'owner',
    title: 'Owner',
    width: 'minmax(110px, 1fr)',
    render: ({ ownerRef }) =>
      ownerRef ? <EntityLink entityRef={ownerRef} /> : <Muted>nobody</Muted>,
  },
];

/** What needs a person, worst first. */
export function AttentionList(props: { items: readonly AttentionItem[] }) {
  return (
    <FleetTable
      label="Needs attention"
      list={props.items}
      columns={columns}
      rowKey={item =>
        `${item.type} ${
          item.claimId ??
          item.promotionId ??
          item.deliveryKey ??
          item.cluster ??
          item.title
        } ${item.environment ?? ''}`
      }
      empty={
        <EmptyState
          title="Nothing needs you"
          description="Clusters that do not answer, and applications, claims and promotions that fail are listed here, the worst first."
        />
      }
    />
  );
}

function AttentionLink(props: { item: AttentionItem }) {
  const { type, title, cluster, entityRef, applicationId } = props.item;
  const { claimId, promotionId } = props.item;
  const paths = useFleetPaths();

  if (type === 'cluster') {
    return <ClusterName name={cluster ?? title} entityRef={entityRef} />;
  }
  if (claimId) {
    return <ClaimLink id={claimId} name={title} />;
  }
  if (promotionId) {
    return (
      <InternalLink to={paths.promotion(promotionId)}>{title}</InternalLink>
    );
  }
  return (
    <InternalLink
      to={filterLink(paths.applications, {
        state: props.item.state,
        application: applicationId,
      })}
    >
      {title}
    </InternalLink>
  );
}

function whereOf(item: AttentionItem): string {
  const { type, clusters, total, environment } = item;
  if (type === 'cluster') {
    return environment ?? 'no environment';
  }
  if (type === 'claim') {
    return `claim, ${environment ?? 'no environment'}`;
  }
  if (type === 'promotion') {
    return `promotion, ${environment}`;
  }
  if (clusters.length === 1) {
    return `on ${clusters[0]}`;
  }
  return `on ${clusters.length} of ${total} ${environment ?? ''} clusters`;
}
