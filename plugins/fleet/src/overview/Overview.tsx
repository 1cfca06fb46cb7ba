import {
  EmptyState,
  ErrorNotice,
  FleetContent,
  Section,
  Skeleton,
  useFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { AttentionList } from './AttentionList';
import { FleetGrid } from './FleetGrid';
import { FleetNotices } from './FleetNotices';
import { FleetNumbers } from './FleetNumbers';

/** Is the fleet well, and what needs me? */
export function Overview() {
  const {
    value: summary,
    error,
    refresh,
  } = useFleet((api, signal) => api.getSummary({}, { signal }), []);

  if (!summary) {
    return (
      <FleetContent>
        {error ? (
          <ErrorNotice error={error} what="the fleet" onRetry={refresh} />
        ) : (
          <Skeleton rows={10} label="Loading the fleet" />
        )}
      </FleetContent>
    );
  }
  const isEmpty = Object.keys(summary.clusters).length === 0;

  return (
    <FleetContent>
      {error && (
        <ErrorNotice error={error} what="the fleet" onRetry={refresh} />
      )}
      <FleetNotices summary={summary} />
      {isEmpty ? (
        <EmptyState
          title="No clusters to show"
          description={
            <>
              Every cluster that you may see would be here with its health. Set{' '}
              <code>fleet.clusters.kubeconfig</code>,{' '}
              <code>fleet.clusters.static</code> or{' '}
              <code>kubernetes.clusterLocatorMethods</code> in app-config.yaml
              and restart the backend. If clusters are configured, ask for the
              permission <code>fleet.cluster.read</code>.
            </>
          }
        />
      ) : (
        <>
          <FleetNumbers summary={summary} />
          <Section
            title={`Needs attention (${summary.attentionTotal})`}
            subtitle={
              summary.attentionTotal > summary.attention.length
                ? `The worst ${summary.attention.length} of ${summary.attentionTotal}`
                : undefined
            }
            flush
          >
            <AttentionList items={summary.attention} />
          </Section>
          <Section title="Environments and regions">
            <FleetGrid summary={summary} />
          </Section>
        </>
      )}
    </FleetContent>
  );
}
