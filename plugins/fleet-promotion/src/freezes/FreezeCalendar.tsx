import type { Freeze } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ActionButton,
  FreezeMark,
  MonthGrid,
  Muted,
  Stack,
  Text,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { freezeWords } from './freezeWords';
import { midnight, monthDays, type Month } from './monthDays';

const monthName = new Intl.DateTimeFormat(undefined, {
  month: 'long',
  year: 'numeric',
});

/** A month with its freezes, on the viewer's calendar. */
export function FreezeCalendar(props: {
  month: Month;
  freezes: readonly Freeze[];
  onMonth(month: Month): void;
  onToday(): void;
}) {
  const { month, freezes, onMonth, onToday } = props;
  const { year, month: number } = month;
  const title = monthName.format(new Date(year, number, 1));
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();

  return (
    <Stack gap={1}>
      <Stack direction="row" gap={1} align="center" wrap>
        <Text variant="title" as="h3">
          {title}
        </Text>
        <ActionButton
          size="small"
          onClick={() => onMonth({ year, month: number - 1 })}
        >
          Month before
        </ActionButton>
        <ActionButton size="small" onClick={onToday}>
          Today
        </ActionButton>
        <ActionButton
          size="small"
          onClick={() => onMonth({ year, month: number + 1 })}
        >
          Month after
        </ActionButton>
        <Muted>{`Days as in ${timeZone}, where you are`}</Muted>
      </Stack>
      <MonthGrid
        label={`Freezes in ${title}`}
        days={monthDays(month)}
        today={midnight(new Date())}
        render={({ date }) =>
          freezes
            .filter(freeze => isOn(freeze, date))
            .map(freeze => (
              <FreezeMark
                key={`${freeze.id} ${freeze.from}`}
                title={freeze.title}
                words={freezeWords(freeze)}
              />
            ))
        }
      />
    </Stack>
  );
}

/** Whether any part of the day is frozen. */
function isOn({ from, until }: Freeze, day: Date): boolean {
  return (
    Date.parse(from) < midnight(day, 1).getTime() &&
    (until === undefined || Date.parse(until) > day.getTime())
  );
}
