import {
  clusterEntityName,
  type StageCluster,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Age,
  CanaryBar,
  ClusterLink,
  filterLink,
  InternalLink,
  Muted,
  Stack,
  Stale,
  StateBadge,
  Text,
  TimedText,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { usePromotionPaths } from '../usePromotionPaths';
import { runningWords } from './runningWords';

/** A cluster of a stage: how it is, what really runs there, and whether Git says so. */
export function ClusterLine(props: { cluster: StageCluster }) {
  const { cluster, state, summary, applicationId, agrees } = props.cluster;
  const { canary, appliedAt, freshness, running } = props.cluster;
  const paths = usePromotionPaths();
  const runs = runningWords(running);
  return (
    <div>
      <Stale stale={freshness.stale}>
        <Stack direction="row" gap={1} align="center" wrap>
          <StateBadge
            state={state}
            summary={summary}
            stale={freshness.stale}
            iconOnly
          />
          <ClusterLink
            name={cluster}
            entityRef={`resource:default/${clusterEntityName(cluster)}`}
          />
          {runs &&
            (applicationId ? (
              <InternalLink
                to={filterLink(paths.applications, {
                  application: applicationId,
                })}
              >
                {runs}
              </InternalLink>
            ) : (
              runs
            ))}
          {appliedAt && (
            <Muted>
              <Age at={appliedAt} prefix="applied" />
            </Muted>
          )}
        </Stack>
        {agrees === false && (
          <Stack direction="row" gap={0.5} align="center">
            <StateBadge state="degraded" iconOnly />
            <Text variant="strong">runs what Git does not say</Text>
          </Stack>
        )}
        {state !== 'healthy' && (
          <Muted>
            <TimedText text={summary} />
          </Muted>
        )}
        {canary && canary.state !== 'healthy' && <CanaryBar canary={canary} />}
      </Stale>
    </div>
  );
}
