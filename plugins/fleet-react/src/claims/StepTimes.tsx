import type { ClaimStep } from '@fleetcommander/backstage-plugin-fleet-common';
import { Muted } from '../layout/Muted';
import { Age } from '../time/Age';
import { Duration } from '../time/Duration';
import { Lasted } from '../time/Lasted';
import { Since } from '../time/Since';

/** When a step was taken, how long it took or has taken so far, and how long it usually does. */
export function StepTimes(props: { step: ClaimStep }) {
  const { startedAt, endedAt, usualSeconds, state } = props.step;
  const usual = usualSeconds !== undefined && (
    <>
      usually <Duration seconds={usualSeconds} />
    </>
  );
  if (startedAt && endedAt && startedAt !== endedAt) {
    return (
      <Muted>
        took <Lasted from={startedAt} to={endedAt} />
        {usual && <>, {usual}</>}
      </Muted>
    );
  }
  if (startedAt && (state === 'active' || state === 'failing')) {
    return (
      <Muted>
        <Since at={startedAt} />
        {usual && <>, {usual}</>}
      </Muted>
    );
  }
  const at = endedAt ?? startedAt;
  if (at) {
    return (
      <Muted>
        <Age at={at} />
      </Muted>
    );
  }
  return usual && state !== 'skipped' ? <Muted>{usual}</Muted> : null;
}
