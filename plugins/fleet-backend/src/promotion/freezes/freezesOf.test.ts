import { concerns } from './concerns';
import { freezesOf } from './freezesOf';

function read(text: string, from: string, until = from, now = from) {
  return freezesOf(
    {
      repository: 'https://git.example.org/platform/fleet',
      branch: 'main',
      path: 'freezes.yaml',
      text,
      author: 'grace',
    },
    { from: new Date(from), until: new Date(until) },
    new Date(now),
  );
}

function times(text: string, from: string, until = from) {
  const { freezes: found, problems } = read(text, from, until);
  expect(problems).toEqual([]);
  return found.map(freeze => [freeze.from, freeze.until]);
}

const once = (from: string, until?: string, timeZone = 'Europe/Berlin') => `
freezes:
  - title: Sale
    reason: the busiest week
    environments: [production]
    from: ${from}
    ${until ? `until: ${until}` : ''}
    timeZone: ${timeZone}
`;

const every = (cron: string, duration: string, timeZone = 'Europe/Berlin') => `
freezes:
  - { title: Weekend, reason: nobody is there, environments: [production], cron: '${cron}', duration: ${duration}, timeZone: ${timeZone} }
`;

describe('freezesOf', () => {
  it('tells what is frozen, why, by whom and where Git says so', () => {
    const { freezes: found } = read(
      once('2026-11-27T18:00', '2026-11-30T06:00'),
      '2026-11-28T00:00:00Z',
    );
    expect(found).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{16}$/),
        title: 'Sale',
        reason: 'the busiest week',
        environments: ['production'],
        applications: [],
        from: '2026-11-27T17:00:00.000Z',
        until: '2026-11-30T05:00:00.000Z',
        timeZone: 'Europe/Berlin',
        cron: undefined,
        active: true,
        url: 'https://git.example.org/platform/fleet/blob/main/freezes.yaml#L3',
        setBy: 'grace',
      },
    ]);
  });

  it.each([
    // The clock shows 02:30 twice: a freeze that ends then takes both, one that begins then begins at the first.
    [
      once('2026-10-25T00:00', '2026-10-25T02:30'),
      ['2026-10-24T22:00:00.000Z', '2026-10-25T01:30:00.000Z'],
    ],
    [
      once('2026-10-25T02:30', '2026-10-25T06:00'),
      ['2026-10-25T00:30:00.000Z', '2026-10-25T05:00:00.000Z'],
    ],
    // It never shows 02:30.
    [
      once('2026-03-29T02:30', '2026-03-29T06:00'),
      ['2026-03-29T01:30:00.000Z', '2026-03-29T04:00:00.000Z'],
    ],
    // An offset of its own, whatever the time zone.
    [
      once('2026-10-25T02:30+01:00', '2026-10-25T06:00Z'),
      ['2026-10-25T01:30:00.000Z', '2026-10-25T06:00:00.000Z'],
    ],
    [once('2026-10-25'), ['2026-10-24T22:00:00.000Z', undefined]],
  ])('goes by the clock on the wall %#', (text, window) => {
    expect(times(text, '2026-01-01T00:00:00Z', '2026-12-31T00:00:00Z')).toEqual(
      [window],
    );
  });

  it('lasts 48 h on the wall over both ends of daylight saving time', () => {
    const weekends = every('0 18 * * 5', '48h');
    // 47 hours.
    expect(times(weekends, '2026-03-28T12:00:00Z')).toEqual([
      ['2026-03-27T17:00:00.000Z', '2026-03-29T16:00:00.000Z'],
    ]);
    // 49 hours.
    expect(times(weekends, '2026-10-24T12:00:00Z')).toEqual([
      ['2026-10-23T16:00:00.000Z', '2026-10-25T17:00:00.000Z'],
    ]);
    expect(times(weekends, '2026-10-25T16:59:59Z')).toHaveLength(1);
    expect(times(weekends, '2026-10-25T17:00:00Z')).toEqual([]);
    expect(
      times(weekends, '2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z'),
    ).toHaveLength(5);
  });

  it('takes what follows without a gap for one, however often it recurs', () => {
    expect(
      times(
        every('0 0 * * *', '24h'),
        '2026-10-24T12:00:00Z',
        '2026-10-26T12:00:00Z',
      ),
    ).toEqual([['2026-10-23T22:00:00.000Z', '2026-10-26T23:00:00.000Z']]);
    expect(
      times(every('* * * * *', '5m', 'UTC'), '2026-10-24T12:00:00Z'),
    ).toEqual([['2026-10-24T11:56:00.000Z', '2026-10-24T12:05:00.000Z']]);
  });

  it.each([
    ['freezes: [', 'line 1, column 11'],
    ['freezes:\n\t- x', 'line 2, column 1'],
    ['- a', 'line 1, column 1: has to be a list under the key freezes'],
    ['freezes: yes', 'line 1, column 10: has to be a list'],
    ['freezes: []\nfreezes: []', 'line 2, column 1: freezes is there twice'],
    ['frozen: []', 'line 1, column 1: frozen is not a known key'],
    ['freezes: []\n---\nfreezes: []', 'second document'],
    ['freezes:\n  - 5', 'line 2, column 5: has to be a map'],
    [once('tomorrow'), "line 6, column 11: from 'tomorrow' is not a time"],
    [once('2026-11-30', '2026-11-27'), 'until is not after from'],
    [once('2026-11-30', undefined, 'Berlin'), "'Berlin' is not a time zone"],
    [every('0 18 * * 9', '48h'), 'is not a cron expression'],
    [every('0 0 30 2 *', '48h'), 'is not a cron expression'],
    [every('0 0 18 * * 5', '48h'), 'write five fields'],
    [every('0 18 * * 5', 'long'), 'is not a duration'],
    [every('0 18 * * 5', '400d'), 'longer than a year'],
    [
      'freezes: [{ title: a, reason: b, environments: [], from: 2026-11-30 }]',
      'names no environment',
    ],
  ])('says what is wrong with %j and where', (text, says) => {
    const { freezes: found, problems } = read(text, '2026-11-28T00:00:00Z');
    expect(found).toEqual([]);
    expect(problems.join('\n')).toContain(says);
    expect(problems[0]).toMatch(/^freezes\.yaml, line \d+, column \d+: /);
  });

  it('reads what is right beside what is wrong, and nothing as nothing', () => {
    const text = `${once('2026-11-01')}  - { title: b }\n`;
    const { freezes: found, problems } = read(text, '2026-11-28T00:00:00Z');
    expect(found).toHaveLength(1);
    expect(problems).not.toEqual([]);
    for (const empty of ['', '# nothing\n', 'freezes:\n', 'freezes: []']) {
      expect(read(empty, '2026-11-28T00:00:00Z').problems).toEqual([]);
    }
  });

  it('is of the environments and applications that it names', () => {
    const [freeze] = read(once('2026-11-01'), '2026-11-28T00:00:00Z').freezes;
    const subject = { environment: 'production', application: 'bookings' };
    expect(concerns(freeze, subject)).toBe(true);
    expect(concerns(freeze, { ...subject, environment: 'staging' })).toBe(
      false,
    );
    const some = { ...freeze, applications: ['book*'] };
    expect(concerns(some, subject)).toBe(true);
    expect(concerns(some, { ...subject, application: 'e-book' })).toBe(false);
  });

  it.each([
    ['an alias of nothing', '- *nope'],
    ['a merge of a number', '- { <<: 3, title: Sale }'],
    ['a list for a key', '- ? [a]\n    : b'],
  ])('tells of %s instead of breaking', (_what, entry) => {
    const { freezes: found, problems } = read(
      `freezes:\n  ${entry}\n`,
      '2026-11-28T00:00:00Z',
    );
    expect(found).toEqual([]);
    expect(problems[0]).toContain('freezes.yaml, line 2');
  });
});
