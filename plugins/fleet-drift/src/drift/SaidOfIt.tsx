import type { Drift } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Age,
  EntityLink,
  Moment,
  Notice,
} from '@fleetcommander/backstage-plugin-fleet-react';

/** What people said of a drift. */
export function SaidOfIt(props: { drift: Drift }) {
  const { acknowledged, muted } = props.drift;
  return (
    <>
      {acknowledged && (
        <Notice severity="info" title={`Acknowledged: ${acknowledged.reason}`}>
          <EntityLink entityRef={acknowledged.by} />,{' '}
          <Age at={acknowledged.at} />
        </Notice>
      )}
      {muted && (
        <Notice severity="info" title={`Muted: ${muted.reason}`}>
          <EntityLink entityRef={muted.by} />, <Age at={muted.at} />
          {muted.until && (
            <>
              , until <Moment at={muted.until} />
            </>
          )}
        </Notice>
      )}
    </>
  );
}
