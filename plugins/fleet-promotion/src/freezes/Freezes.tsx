import {
  ErrorNotice,
  ExternalLink,
  LinkButton,
  Notice,
  Section,
  Skeleton,
  Stack,
  useFleet,
  useUrlState,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { usePromotionPaths } from '../usePromotionPaths';
import { FreezeCalendar } from './FreezeCalendar';
import { FreezeTable } from './FreezeTable';
import { midnight, monthDays, readMonth, writeMonth } from './monthDays';

/** When nothing is promoted, by whom and why: a month at a time, and as a list. */
export function Freezes() {
  const paths = usePromotionPaths();
  const [shown, setShown] = useUrlState('month');
  const now = new Date();
  const month = readMonth(shown, now);
  const days = monthDays(month);
  const range = {
    from: days[0].date.toISOString(),
    until: midnight(days[days.length - 1].date, 1).toISOString(),
  };
  const { value, error, refresh } = useFleet(
    (api, signal) => api.promotions.freezes(range, { signal }),
    [range.from, range.until],
  );

  return (
    <Stack gap={3}>
      {error && (
        <ErrorNotice error={error} what="the freezes" onRetry={refresh} />
      )}
      {[...(value?.problems ?? []), ...(value?.warnings ?? [])].map(problem => (
        <Notice key={problem} severity="warning">
          {problem}
        </Notice>
      ))}
      <Section
        title="Freezes"
        subtitle={
          value?.path && (
            <>
              <div>A file in Git, whose changes are pull requests</div>
              <ExternalLink href={value.url}>{value.path}</ExternalLink>
            </>
          )
        }
        action={
          <LinkButton to={paths.template('freeze')} size="small">
            Freeze…
          </LinkButton>
        }
      >
        {!value && !error && <Skeleton rows={8} label="Loading the freezes" />}
        {value && (
          <FreezeCalendar
            month={month}
            freezes={value.items}
            onMonth={next => setShown(writeMonth(next))}
            onToday={() => setShown(undefined)}
          />
        )}
      </Section>
      {value && (
        <Section title="As a list" flush>
          <FreezeTable freezes={value.items} />
        </Section>
      )}
    </Stack>
  );
}
