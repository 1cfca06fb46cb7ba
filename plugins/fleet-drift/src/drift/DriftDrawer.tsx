import {
  Drawer,
  ErrorNotice,
  Notice,
  SeverityBadge,
  Skeleton,
  Stack,
  useFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { driftKindWord } from '../driftKindWords';
import { DriftActions } from './DriftActions';
import { DriftStory } from './DriftStory';

/** One drift, open or over, beside the list that it was opened from. */
export function DriftDrawer(props: {
  id?: string;
  onClose(): void;
  onChanged(): Promise<void>;
}) {
  const { id, onClose, onChanged } = props;
  const {
    value: list,
    error,
    loading,
    refresh,
  } = useFleet(
    (api, signal) =>
      api.listDrifts(
        {
          filter: [`id=${id},state=open,state=ended,muted=true,muted=false`],
          limit: 1,
        },
        { signal },
      ),
    [id],
    { pause: id === undefined },
  );
  const drift = list?.items.find(item => item.id === id);
  const application = drift?.application;
  const detail = useFleet(
    (api, signal) => api.getApplication(application?.id ?? '', { signal }),
    [application?.id],
    { pause: application === undefined },
  ).value;
  const shownDetail =
    detail?.application.id === application?.id ? detail : undefined;

  async function changed() {
    await Promise.all([refresh(), onChanged()]);
  }

  return (
    <Drawer
      open={id !== undefined}
      title={drift?.title ?? 'Drift'}
      subtitle={
        drift && (
          <Stack direction="row" gap={1} align="center" wrap>
            <SeverityBadge
              severity={drift.severity}
              stale={drift.freshness.stale}
            />
            <span>{`${driftKindWord(drift.kind)} · ${drift.cluster}`}</span>
          </Stack>
        )
      }
      actions={
        drift && (
          <DriftActions
            key={drift.id}
            drift={drift}
            application={shownDetail?.application}
            onDone={changed}
          />
        )
      }
      onClose={onClose}
    >
      <Stack gap={3}>
        {error && (
          <ErrorNotice error={error} what="the drift" onRetry={refresh} />
        )}
        {!drift && loading && <Skeleton rows={8} label="Loading" />}
        {!drift && !loading && !error && (
          <Notice severity="warning" title="There is no such drift">
            It is over for so long that it was forgotten, or you may not see it.
          </Notice>
        )}
        {drift && (
          <DriftStory drift={drift} application={shownDetail?.application} />
        )}
      </Stack>
    </Drawer>
  );
}
