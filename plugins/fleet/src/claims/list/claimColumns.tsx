import type { Claim } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  BelongsTo,
  Muted,
  Stack,
  StateBadge,
  StepDots,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { ClaimLink } from './ClaimLink';
import { ClaimTimes } from './ClaimTimes';
import { PullRequestLinks } from './PullRequestLinks';
import { WhatIsWrong } from './WhatIsWrong';

/** How a claim looks in a list. */
export const claimColumns: FleetTableColumn<Claim>[] = [
  {
    key: 'state',
    title: 'State',
    sort: 'state',
    width: '140px',
    render: claim => (
      <StateBadge
        state={claim.state}
        summary={claim.summary}
        stale={claim.freshness.stale}
      />
    ),
  },
  {
    key: 'name',
    title: 'Claim',
    sort: 'name',
    width: 'minmax(180px, 2.5fr)',
    render: claim => (
      <Stack gap={0}>
        <ClaimLink id={claim.id} name={claim.name} />
        <Muted>{[claim.kind, claim.version].filter(Boolean).join(' · ')}</Muted>
        <WhatIsWrong claim={claim} />
      </Stack>
    ),
  },
  {
    key: 'environment',
    title: 'Environment',
    sort: 'environment',
    width: 'minmax(124px, 1fr)',
    render: claim => (
      <Stack gap={0}>
        <span>{claim.environment ?? <Muted>none</Muted>}</span>
        {claim.region && <Muted>{claim.region}</Muted>}
      </Stack>
    ),
  },
  {
    key: 'step',
    title: 'Step',
    sort: 'step',
    width: 'minmax(130px, 1fr)',
    render: claim => (
      <StepDots
        step={claim.step}
        state={claim.stepState}
        makesCluster={claim.makesCluster !== undefined}
      />
    ),
  },
  {
    key: 'time',
    title: 'Time',
    sort: 'createdAt',
    width: 'minmax(112px, 1fr)',
    render: claim => <ClaimTimes claim={claim} />,
  },
  {
    key: 'pullRequests',
    title: 'Pull requests',
    width: 'minmax(130px, 1.5fr)',
    render: claim => <PullRequestLinks pullRequests={claim.pullRequests} />,
  },
  {
    key: 'owner',
    title: 'Belongs to',
    width: 'minmax(96px, 1fr)',
    render: ({ entityRefs, ownerRefs }) => (
      <BelongsTo entityRefs={entityRefs} ownerRefs={ownerRefs} />
    ),
  },
];
