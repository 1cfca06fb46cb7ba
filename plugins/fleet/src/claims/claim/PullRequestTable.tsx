import type { PullRequest } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Age,
  EmptyState,
  EntityLink,
  ExternalLink,
  FleetTable,
  Muted,
  Stack,
  StateBadge,
  Text,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { checksWord, pullRequestStanding } from './pullRequestWords';

const columns: FleetTableColumn<PullRequest>[] = [
  {
    key: 'state',
    title: 'State',
    width: 'minmax(110px, 1fr)',
    render: pullRequest => {
      const { state, word } = pullRequestStanding(pullRequest);
      return (
        <Stack direction="row" gap={0.5} align="center">
          <StateBadge state={state} summary={word} size="small" iconOnly />
          {word}
        </Stack>
      );
    },
  },
  {
    key: 'title',
    title: 'Pull request',
    width: 'minmax(200px, 3fr)',
    render: ({ url, number, title, summary, state }) => (
      <Stack gap={0}>
        <ExternalLink href={url}>
          #{number} {title}
        </ExternalLink>
        {state === 'open' && <Text variant="small">{summary}</Text>}
      </Stack>
    ),
  },
  {
    key: 'approvals',
    title: 'Approvals',
    width: 'minmax(100px, 1fr)',
    render: ({ approvals, changesRequested }) => (
      <Stack gap={0}>
        <span>{approvals}</span>
        {changesRequested > 0 && (
          <Muted>{changesRequested} asked for changes</Muted>
        )}
      </Stack>
    ),
  },
  {
    key: 'checks',
    title: 'Checks',
    width: 'minmax(100px, 1fr)',
    render: ({ checks }) => checksWord(checks),
  },
  {
    key: 'by',
    title: 'By',
    width: 'minmax(110px, 1fr)',
    render: ({ author, requester }) => (
      <Stack gap={0}>
        <span>{author}</span>
        {requester && (
          <Muted>
            for <EntityLink entityRef={requester} />
          </Muted>
        )}
      </Stack>
    ),
  },
  {
    key: 'when',
    title: 'When',
    width: 'minmax(110px, 1fr)',
    render: ({ createdAt, endedAt, endedBy, state }) => (
      <Stack gap={0}>
        <span>
          opened <Age at={createdAt} />
        </span>
        {endedAt && (
          <Muted>
            {state} <Age at={endedAt} />
            {endedBy && ` by ${endedBy}`}
          </Muted>
        )}
      </Stack>
    ),
  },
];

/** The pull requests that change a claim, newest first. */
export function PullRequestTable(props: {
  pullRequests: readonly PullRequest[];
}) {
  return (
    <FleetTable
      label="Pull requests"
      list={props.pullRequests}
      columns={columns}
      rowKey={({ url }) => url}
      empty={
        <EmptyState
          title="No pull request is known"
          description="Those of the repositories in fleet.git.repositories of app-config.yaml that change this claim’s file would be here."
        />
      }
    />
  );
}
