import type { Promotion } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Age,
  BelongsTo,
  Duration,
  EntityLink,
  ExternalLink,
  InternalLink,
  Lasted,
  Muted,
  PromotionBadge,
  Stack,
  Text,
  TimedText,
  WaitsFor,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { Progress } from './Progress';
import { promotionTitle } from './promotionTitle';

const asked: FleetTableColumn<Promotion> = {
  key: 'when',
  title: 'Asked for',
  width: 'minmax(100px, 1fr)',
  render: ({ createdAt }) => <Age at={createdAt} />,
};

const ended: FleetTableColumn<Promotion> = {
  key: 'when',
  title: 'Ended',
  width: 'minmax(110px, 1fr)',
  render: ({ createdAt, endedAt, leadSeconds }) =>
    endedAt && (
      <Stack gap={0}>
        <Age at={endedAt} />
        <Muted>
          took{' '}
          {leadSeconds === undefined ? (
            <Lasted from={createdAt} to={endedAt} />
          ) : (
            <Duration seconds={leadSeconds} />
          )}
        </Muted>
      </Stack>
    ),
};

/** How a promotion looks in a list of those that are under way, or of those that have come to their end. */
export function promotionColumns(
  paths: { promotion(id: string): string },
  list: 'under-way' | 'ended',
): FleetTableColumn<Promotion>[] {
  return [
    {
      key: 'state',
      title: 'State',
      width: '160px',
      render: ({ state }) => <PromotionBadge state={state} />,
    },
    {
      key: 'what',
      title: 'What',
      width: 'minmax(200px, 2fr)',
      render: promotion => (
        <Stack gap={0}>
          <Text variant="strong">
            <InternalLink to={paths.promotion(promotion.id)}>
              {promotionTitle(promotion)}
            </InternalLink>
          </Text>
          <Muted>
            {promotion.moves
              .slice(0, 2)
              .map(({ summary }) => summary)
              .join(', ')}
            {promotion.moves.length > 2 &&
              `, and ${promotion.moves.length - 2} more`}
          </Muted>
        </Stack>
      ),
    },
    {
      key: 'waits',
      title: list === 'ended' ? 'What became of it' : 'What it waits for',
      width: 'minmax(200px, 2fr)',
      render: ({ summary, stuck, waitsFor, waves, state }) => (
        <Stack gap={0}>
          <Text lines={3}>
            <TimedText text={summary} />
          </Text>
          {waitsFor.length > 0 && (
            <Muted>
              by <WaitsFor who={waitsFor} />
            </Muted>
          )}
          {stuck && (
            <Text variant="strong">
              stuck: <TimedText text={stuck} />
            </Text>
          )}
          {state === 'rolling-out' && <Progress waves={waves} />}
        </Stack>
      ),
    },
    {
      key: 'pull-request',
      title: 'Pull request',
      width: '90px',
      render: ({ pullRequest }) =>
        pullRequest && (
          <ExternalLink href={pullRequest.url}>
            #{pullRequest.number}
          </ExternalLink>
        ),
    },
    {
      key: 'who',
      title: 'By',
      width: 'minmax(110px, 1fr)',
      render: ({ requester }) =>
        requester && <EntityLink entityRef={requester} />,
    },
    list === 'ended' ? ended : asked,
    {
      key: 'owner',
      title: 'Belongs to',
      width: 'minmax(110px, 1fr)',
      render: promotion => <BelongsTo {...promotion} />,
    },
  ];
}
