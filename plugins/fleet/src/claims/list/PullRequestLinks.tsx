import type { PullRequest } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ExternalLink,
  Muted,
  Stack,
} from '@fleetcommander/backstage-plugin-fleet-react';

const changeWords: Record<PullRequest['change'], string> = {
  create: 'orders it',
  update: 'changes it',
  delete: 'retires it',
};

/** Pull requests that are open, what each does, and what it waits for. */
export function PullRequestLinks(props: {
  pullRequests: readonly PullRequest[];
}) {
  const { pullRequests } = props;
  if (pullRequests.length === 0) {
    return <Muted>none open</Muted>;
  }
  return (
    <Stack gap={0.5}>
      {pullRequests.map(({ url, number, change, summary }) => (
        <Stack key={url} gap={0}>
          <span>
            <ExternalLink href={url}>#{number}</ExternalLink>{' '}
            {changeWords[change]}
          </span>
          <Muted>{summary}</Muted>
        </Stack>
      ))}
    </Stack>
  );
}
