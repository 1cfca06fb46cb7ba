import type {
  Claim,
  Cluster,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Columns,
  KeyValues,
  Stack,
  StateBadge,
  StepDots,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { FailingLeaf } from '../claims/claim/FailingLeaf';
import { NodeGroups } from '../claims/claim/NodeGroups';
import { ClaimLink } from '../claims/list/ClaimLink';
import { PullRequestLinks } from '../claims/list/PullRequestLinks';

/** A cluster's claim beside what runs: step, versions, node groups, and what is about to change. */
export function ProvisioningFacts(props: { claim: Claim; cluster: Cluster }) {
  const { claim, cluster } = props;
  const { nodeGroups = [] } = claim;
  const failing = claim.state === 'healthy' ? undefined : claim.failing;

  return (
    <Stack>
      {failing && <FailingLeaf leaf={failing} />}
      <Columns min={340}>
        <KeyValues
          items={[
            {
              key: 'Claim',
              value: (
                <Stack direction="row" gap={1} align="center" wrap>
                  <ClaimLink id={claim.id} name={claim.name} />
                  <StateBadge
                    state={claim.state}
                    summary={claim.summary}
                    stale={claim.freshness.stale}
                    size="small"
                  />
                </Stack>
              ),
            },
            {
              key: 'Step',
              value: (
                <StepDots
                  step={claim.step}
                  state={claim.stepState}
                  makesCluster
                />
              ),
            },
            { key: 'Version asked for', value: claim.version },
            { key: 'Version running', value: cluster.version },
            {
              key: 'Pull requests',
              value: <PullRequestLinks pullRequests={claim.pullRequests} />,
            },
          ]}
        />
        {nodeGroups.length > 0 && <NodeGroups nodeGroups={nodeGroups} />}
      </Columns>
    </Stack>
  );
}
