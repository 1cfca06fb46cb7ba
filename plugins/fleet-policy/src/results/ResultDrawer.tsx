import {
  Drawer,
  ErrorNotice,
  Notice,
  SeverityBadge,
  Skeleton,
  Stack,
  useFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { ResultStory } from './ResultStory';

/** One breach, open or over, beside the list that it was opened from. */
export function ResultDrawer(props: {
  id?: string;
  onClose(): void;
  onOpenPolicy(id: string): void;
}) {
  const { id, onClose, onOpenPolicy } = props;
  const {
    value: list,
    error,
    loading,
    refresh,
  } = useFleet(
    (api, signal) =>
      api.policies.results(
        {
          filter: [
            `id=${id},state=open,state=ended,excepted=true,excepted=false`,
          ],
          limit: 1,
        },
        { signal },
      ),
    [id],
    { pause: id === undefined },
  );
  const result = list?.items.find(item => item.id === id);

  return (
    <Drawer
      open={id !== undefined}
      title={result?.policy.title ?? 'Policy result'}
      subtitle={
        result && (
          <Stack direction="row" gap={1} align="center" wrap>
            <SeverityBadge
              severity={result.severity}
              stale={result.freshness.stale}
            />
            <span>{`${result.resource.kind} ${result.resource.name} on ${result.cluster}`}</span>
          </Stack>
        )
      }
      onClose={onClose}
    >
      {error && (
        <ErrorNotice error={error} what="the breach" onRetry={refresh} />
      )}
      {!result && loading && <Skeleton rows={6} label="Loading the breach" />}
      {!result && !loading && !error && (
        <Notice severity="info" title="There is no such breach">
          It ended longer ago than breaches are kept, or you may not see what
          breaks the policy.
        </Notice>
      )}
      {result && <ResultStory result={result} onOpenPolicy={onOpenPolicy} />}
    </Drawer>
  );
}
