import {
  Drawer,
  ErrorNotice,
  SeverityBadge,
  Skeleton,
  Stack,
  useFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { PolicyStory } from './PolicyStory';

/** One policy of the fleet: what it says, where it stands, and who breaks it. */
export function PolicyDrawer(props: { id?: string; onClose(): void }) {
  const { id, onClose } = props;
  const {
    value: detail,
    error,
    loading,
    refresh,
  } = useFleet((api, signal) => api.policies.get(id ?? '', { signal }), [id], {
    pause: id === undefined,
  });
  const shown = detail?.policy.id === id ? detail : undefined;

  return (
    <Drawer
      open={id !== undefined}
      title={shown?.policy.title ?? 'Policy'}
      subtitle={
        shown && (
          <Stack direction="row" gap={1} align="center" wrap>
            {shown.policy.severity && (
              <SeverityBadge severity={shown.policy.severity} />
            )}
            <span>{`${shown.policy.kind} ${shown.policy.name}`}</span>
          </Stack>
        )
      }
      onClose={onClose}
    >
      {error && (
        <ErrorNotice error={error} what="the policy" onRetry={refresh} />
      )}
      {!shown && loading && <Skeleton rows={6} label="Loading the policy" />}
      {shown && <PolicyStory detail={shown} />}
    </Drawer>
  );
}
