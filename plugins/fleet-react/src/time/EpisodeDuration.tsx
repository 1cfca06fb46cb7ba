import { Muted } from '../layout/Muted';
import { Stack } from '../layout/Stack';
import { Age } from './Age';
import { Lasted } from './Lasted';
import { ordinal } from './ordinal';
import { Since } from './Since';

/** Props of {@link EpisodeDuration}. @public */
export interface EpisodeDurationProps {
  since: string;
  /** It goes on when absent. */
  endedAt?: string;
  /** How often it was there, this time included. */
  times: number;
}

/**
 * For how long something is open, or was; and whether it came back.
 *
 * @public
 */
export function EpisodeDuration(props: EpisodeDurationProps) {
  const { since, endedAt, times } = props;
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
