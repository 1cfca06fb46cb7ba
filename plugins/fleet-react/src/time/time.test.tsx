import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { Age } from './Age';
import { formatMoment, formatTimeOfDay } from './formatTime';

const minutesAgo = (minutes: number) =>
  new Date(Date.now() - minutes * 60_000).toISOString();

describe('Age', () => {
  it('says how old something is, and why in the time of the viewer', async () => {
    const at = minutesAgo(125);
    const long = '2020-02-03T04:05:06.789Z';
    await renderInTestApp(
      <>
        <p>
          <Age at={minutesAgo(3)} />
        </p>
        <p>
          <Age at={at} stale reason={`not read since ${at}, not ${long}`} />
        </p>
        <p>
          <Age reason="not polled yet" />
        </p>
      </>,
    );
    expect(screen.getByText('3 min ago')).toBeVisible();
    expect(
      screen.getByText(
        (_, element) =>
          element?.tagName === 'P' &&
          element.textContent ===
            `2 h old: not read since ${formatTimeOfDay(at)}, not ${formatMoment(
              long,
            )}`,
      ),
    ).toBeVisible();
    expect(screen.getByText(formatMoment(long))).toHaveAttribute(
      'datetime',
      long,
    );
    expect(screen.getByText('never: not polled yet')).toBeVisible();
  });
});
