import type { ClaimStep } from '@fleetcommander/backstage-plugin-fleet-common';
import { Muted } from '../layout/Muted';
import { Duration } from '../time/Duration';
import { Lasted } from '../time/Lasted';
import { Moment } from '../time/Moment';
import { Since } from '../time/Since';

/** When a step was taken, how long it took or has taken so far, and how long it usually does. */
export function StepTimes(props: { step: ClaimStep }) {
  const { startedAt, endedAt, usualSeconds, state } = props.step;
  const usual = usualSeconds !== undefined && (
    <>
      usually <Duration seconds={usualSeconds} />
    </>
  );
  if (startedAt && endedAt) {
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
  if (endedAt ?? startedAt) {
    return (
      <Muted>
        <Moment at={(endedAt ?? startedAt)!} />
      </Muted>
    );
  }
  return usual && state !== 'skipped' ? <Muted>{usual}</Muted> : null;
}
