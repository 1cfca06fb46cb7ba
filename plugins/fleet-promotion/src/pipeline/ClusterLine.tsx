import {
  clusterEntityName,
  type StageCluster,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  CanaryBar,
  ClusterLink,
  filterLink,
  Freshness,
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
export function ClusterLine(props: {
  cluster: StageCluster;
  /** What was merged is on its way there: that Git is ahead of it is no drift. */
  isChanging?: boolean;
}) {
  const { cluster, state, summary, agrees, canary, freshness } = props.cluster;
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
          <Running cluster={props.cluster} />
        </Stack>
        {agrees === false && props.isChanging && (
          <Muted>does not run yet what was merged </Muted>
        )}
        {agrees === false && !props.isChanging && (
          <Stack direction="row" gap={0.5} align="center">
            <StateBadge state="degraded" iconOnly />
            <Text variant="strong">runs what Git does not say</Text>
          </Stack>
        )}
        {state !== 'healthy' && (
          <Muted>
            <TimedText text={summary} />{' '}
          </Muted>
        )}
        <Muted>
          <Freshness freshness={freshness} prefix="seen" beside={summary} />
        </Muted>
        {canary && canary.state !== 'healthy' && <CanaryBar canary={canary} />}
      </Stale>
    </div>
  );
}

/** What its workloads run, by a link to what delivers it. */
function Running(props: { cluster: StageCluster }) {
  const { running, applicationId } = props.cluster;
  const paths = usePromotionPaths();
  const words = runningWords(running);
  if (!words) {
    return <Muted>nothing runs</Muted>;
  }
  return applicationId ? (
    <InternalLink
      to={filterLink(paths.applications, { application: applicationId })}
    >
      {words}
    </InternalLink>
  ) : (
    <>{words}</>
  );
}
