import type { Claim } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  BelongsTo,
  ClusterLink,
  Columns,
  ExternalLink,
  Freshness,
  KeyValues,
  Since,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { ClaimTimes } from '../list/ClaimTimes';
import { PullRequestLinks } from '../list/PullRequestLinks';

/** What a claim is about, since when, whose, and where Git has it. */
export function ClaimFacts(props: { claim: Claim }) {
  const { claim } = props;
  const { makesCluster, clusterEntityRef, source, total, ready } = claim;

  return (
    <Columns min={320}>
      <KeyValues
        items={[
          {
            key: 'Makes',
            value: makesCluster && (
              <ClusterLink name={makesCluster} entityRef={clusterEntityRef} />
            ),
          },
          { key: 'Environment', value: claim.environment },
          { key: 'Region', value: claim.region },
          { key: 'Provider', value: claim.provider },
          {
            key: 'Belongs to',
            value: (
              <BelongsTo
                entityRefs={claim.entityRefs}
                ownerRefs={claim.ownerRefs}
              />
            ),
          },
        ]}
      />
      <KeyValues
        items={[
          {
            key: 'In this state',
            value: claim.since && <Since at={claim.since} />,
          },
          { key: 'Age', value: <ClaimTimes claim={claim} /> },
          {
            key: 'Objects',
            value: total > 0 ? `${ready} of ${total} ready` : undefined,
          },
          {
            key: 'Git has it',
            value: source && (
              <ExternalLink href={source.url}>{source.path}</ExternalLink>
            ),
          },
          {
            key: 'About to change',
            value:
              claim.pullRequests.length > 0 ? (
                <PullRequestLinks pullRequests={claim.pullRequests} />
              ) : undefined,
          },
          {
            key: 'Age of data',
            value: <Freshness freshness={claim.freshness} brief />,
          },
        ]}
      />
    </Columns>
  );
}
