import {
  Columns,
  EmptyState,
  ErrorNotice,
  FleetContent,
  InternalLink,
  Skeleton,
  Text,
  useClaimTemplates,
  useFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useFleetPaths } from '../../useFleetPaths';
import { ClaimKindCard } from './ClaimKindCard';

/** What can be ordered of the platform, and where? */
export function Order() {
  const paths = useFleetPaths();
  const {
    value: kinds,
    error,
    refresh,
  } = useFleet((api, signal) => api.claims.kinds({ signal }), []);
  const { templates, error: templateError } = useClaimTemplates();

  return (
    <FleetContent>
      <InternalLink to={paths.provisioning}>← Provisioning</InternalLink>
      <Text variant="title" as="h2">
        What would you like to order?
      </Text>
      {error && (
        <ErrorNotice
          error={error}
          what="what can be claimed"
          onRetry={refresh}
        />
      )}
      {templateError && (
        <ErrorNotice error={templateError} what="the software templates" />
      )}
      {!kinds && !error && (
        <Skeleton rows={6} label="Loading what can be claimed" />
      )}
      {kinds?.items.length === 0 && (
        <EmptyState
          title="The platform offers nothing yet"
          description="What Crossplane’s CompositeResourceDefinitions on a hub offer would be here, each with the software template that orders it. The doctor on the hub’s page says whether they can be read."
          action={{ title: 'Show the clusters', to: paths.clusters }}
        />
      )}
      {kinds && kinds.items.length > 0 && (
        <Columns min={360}>
          {kinds.items.map(kind => (
            <ClaimKindCard
              key={kind.id}
              kind={kind}
              templates={templates?.filter(
                ({ claimKind }) => claimKind === `${kind.group}/${kind.kind}`,
              )}
            />
          ))}
        </Columns>
      )}
    </FleetContent>
  );
}
