import { midnight, monthDays, readMonth, writeMonth } from './monthDays';

const words = (date: Date) =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].join('-');

describe('monthDays', () => {
  it.each([
    [2026, 10, '2026-10-26', '2026-12-6', 42],
    [2027, 1, '2027-2-1', '2027-2-28', 28],
    [2026, 2, '2026-2-23', '2026-4-5', 42],
  ])(
    'has whole weeks from Monday on of %i, month %i',
    (year, month, first, last, count) => {
      const days = monthDays({ year, month });
      expect(days).toHaveLength(count);
      expect(words(days[0].date)).toBe(first);
      expect(words(days[count - 1].date)).toBe(last);
      expect(days[0].date.getDay()).toBe(1);
      expect(days.filter(({ inside }) => inside)).toHaveLength(
        new Date(year, month + 1, 0).getDate(),
      );
    },
  );

  it('begins every day at its midnight, also where clocks change', () => {
    for (const { date } of monthDays({ year: 2026, month: 9 })) {
      expect([date.getHours(), date.getMinutes()]).toEqual([0, 0]);
      expect(midnight(date, 1).getDate()).not.toBe(date.getDate());
    }
  });

  it('is kept in a link, and what is no month there is the present one', () => {
    const now = new Date(2026, 10, 20);
    expect(readMonth('2027-02', now)).toEqual({ year: 2027, month: 1 });
    expect(readMonth('2027-13', now)).toEqual({ year: 2026, month: 10 });
    expect(readMonth(undefined, now)).toEqual({ year: 2026, month: 10 });
    expect(writeMonth({ year: 2026, month: 12 })).toBe('2027-01');
    expect(writeMonth({ year: 2026, month: -1 })).toBe('2025-12');
  });
});
