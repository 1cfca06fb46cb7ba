import type { Drift } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Age,
  Lasted,
  Muted,
  Since,
  Stack,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { ordinal } from './ordinal';

/** For how long a drift is open, or was; and whether it came back. */
export function DriftDuration(props: { drift: Drift }) {
  const { since, endedAt, times } = props.drift;
  return (
    <Stack gap={0}>
      {endedAt ? (
        <>
          <span>
            <Lasted from={since} to={endedAt} />
          </span>
          <Age at={endedAt} prefix="ended" />
        </>
      ) : (
        <Since at={since} />
      )}
      {times > 1 && <Muted>{`${ordinal(times)} time`}</Muted>}
    </Stack>
  );
}
