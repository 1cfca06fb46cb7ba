import { useApi } from '@backstage/frontend-plugin-api';
import {
  fleetClusterRefreshPermission,
  type Cluster,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ActionButton,
  Age,
  ErrorNotice,
  fleetApiRef,
  Notice,
  Section,
  Since,
  Stack,
  StateBadge,
  TimedText,
  useAttempt,
  useFleetPermission,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { ClusterFacts } from './ClusterFacts';
import { outcomeWords } from './outcomeWords';

/** How a cluster is and how old that knowledge is. */
export function ClusterTrust(props: {
  cluster: Cluster;
  onRefresh(): Promise<void>;
}) {
  const { cluster, onRefresh } = props;
  const { reachability } = cluster;
  const api = useApi(fleetApiRef);
  const permission = useFleetPermission(
    fleetClusterRefreshPermission,
    cluster.name,
  );
  const { error, attempt } = useAttempt();

  async function refresh() {
    await attempt(async () => {
      await api.refreshCluster(cluster.name);
      await onRefresh();
    });
  }

  return (
    <Section
      title={
        <Stack direction="row" gap={1} align="center" wrap>
          <StateBadge
            state={cluster.state}
            summary={cluster.summary}
            stale={cluster.freshness.stale}
          />
          <TimedText
            text={
              reachability.outcome === 'ok'
                ? cluster.summary
                : reachability.message ?? cluster.summary
            }
          />
        </Stack>
      }
      action={
        <ActionButton
          icon="refresh"
          size="small"
          disabledReason={
            permission.allowed || permission.loading
              ? undefined
              : `You need the permission ${fleetClusterRefreshPermission.name}`
          }
          onClick={refresh}
        >
          Ask it now
        </ActionButton>
      }
    >
      <Stack>
        {error && <ErrorNotice error={error} what="the cluster" />}
        {reachability.outcome !== 'ok' && (
          <Notice
            severity={reachability.outcome === 'pending' ? 'info' : 'error'}
            title={outcomeWords[reachability.outcome].title}
          >
            It has been so <Since at={reachability.since} />.{' '}
            {reachability.lastContactAt ? (
              <>
                Last contact was <Age at={reachability.lastContactAt} />; what
                is shown below is the state of then.
              </>
            ) : (
              'It has not answered yet, so that nothing is known of what is on it.'
            )}
          </Notice>
        )}
        <ClusterFacts cluster={cluster} />
      </Stack>
    </Section>
  );
}
