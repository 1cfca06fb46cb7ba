import type {
  Promotion,
  PromotionPullRequest,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Age,
  BelongsTo,
  Duration,
  EntityLink,
  ExternalLink,
  KeyValues,
  Moment,
  MoveList,
  Muted,
  Stack,
} from '@fleetcommander/backstage-plugin-fleet-react';

/** The facts of a promotion by name, each thing with a link to it. */
export function PromotionFacts(props: { promotion: Promotion }) {
  const { promotion } = props;
  const { moves, requester, pullRequest, environment } = promotion;
  const { createdAt, mergedAt, endedAt, leadSeconds } = promotion;
  return (
    <KeyValues
      items={[
        {
          key: 'What moves',
          value: moves.length > 0 && (
            <MoveList moves={moves} label="What moves" />
          ),
        },
        {
          key: 'Pull request',
          value: pullRequest && <PullRequestFacts pullRequest={pullRequest} />,
        },
        {
          key: 'Asked for',
          value: (
            <>
              <Moment at={createdAt} /> (<Age at={createdAt} />)
              {requester && (
                <>
                  {' '}
                  by <EntityLink entityRef={requester} />
                </>
              )}
            </>
          ),
        },
        { key: 'Merged', value: mergedAt && <When at={mergedAt} /> },
        {
          key: 'Ended',
          value: endedAt && (
            <>
              <When at={endedAt} />
              {leadSeconds !== undefined && (
                <>
                  , <Duration seconds={leadSeconds} /> after it was asked for
                </>
              )}
            </>
          ),
        },
        { key: 'Environment', value: environment },
        { key: 'Belongs to', value: <BelongsTo {...promotion} /> },
      ].map(({ key, value }) => ({ key, value: value || undefined }))}
    />
  );
}

function When(props: { at: string }) {
  return (
    <>
      <Moment at={props.at} /> (<Age at={props.at} />)
    </>
  );
}

function PullRequestFacts(props: { pullRequest: PromotionPullRequest }) {
  const { url, number, title, state, draft, author } = props.pullRequest;
  const { approvals, approvers, changesRequested } = props.pullRequest;
  const { checks, conflicts, summary } = props.pullRequest;
  const total = checks.passed + checks.failed + checks.pending;
  return (
    <Stack gap={0}>
      <span>
        <ExternalLink href={url}>
          #{number} {title}
        </ExternalLink>{' '}
        {draft ? 'a draft' : state}, by {author}
      </span>
      <Muted>
        {[
          approvers.length > 0
            ? `approved by ${approvers.join(', ')}`
            : `${approvals} approvals`,
          changesRequested > 0 && `${changesRequested} asked for changes`,
          total > 0 && `${checks.passed} of ${total} checks passed`,
          checks.failed > 0 && `${checks.failed} failed`,
          conflicts && 'has conflicts',
        ]
          .filter(Boolean)
          .join(', ')}
      </Muted>
      {state === 'open' && <Muted>{summary}</Muted>}
    </Stack>
  );
}
