import type { Application } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ApplicationActions,
  Drawer,
  ErrorNotice,
  Skeleton,
  Stack,
  StateBadge,
  useFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { ApplicationStory } from './ApplicationStory';
import { ApplicationTabs } from './ApplicationTabs';
import { kindOf } from './kindOf';

/** One application, beside the list that it was opened from. */
export function ApplicationDrawer(props: { id?: string; onClose(): void }) {
  const { id, onClose } = props;
  const { value, error, refresh } = useFleet(
    (api, signal) => api.getApplication(id ?? '', { signal }),
    [id],
    { pause: id === undefined },
  );
  const detail = value?.application.id === id ? value : undefined;
  const application = detail?.application;

  return (
    <Drawer
      open={id !== undefined}
      title={application?.name ?? 'Application'}
      subtitle={
        application && (
          <Stack direction="row" gap={1} align="center" wrap>
            <StateBadge
              state={application.state}
              summary={application.summary}
              stale={application.freshness.stale}
            />
            <span>{whereOf(application)}</span>
          </Stack>
        )
      }
      actions={
        application && (
          <ApplicationActions
            key={application.id}
            application={application}
            onDone={refresh}
          />
        )
      }
      onClose={onClose}
    >
      <Stack gap={3}>
        {error && (
          <ErrorNotice error={error} what="the application" onRetry={refresh} />
        )}
        {!detail && !error && <Skeleton rows={8} label="Loading" />}
        {detail && (
          <>
            <ApplicationStory application={detail.application} />
            <ApplicationTabs key={id} detail={detail} />
          </>
        )}
      </Stack>
    </Drawer>
  );
}

function whereOf(application: Application): string {
  const { namespace, cluster } = application;
  return `${kindOf(application)}${
    namespace ? ` in ${namespace}` : ''
  } on ${cluster}`;
}
