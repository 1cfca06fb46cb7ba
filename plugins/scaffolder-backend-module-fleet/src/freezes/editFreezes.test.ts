import { editFreezes } from './editFreezes';

const weekends = {
  title: 'Weekends',
  reason: 'Nobody is there',
  environments: ['production'],
  cron: '0 18 * * 5',
  duration: '60h',
  timeZone: 'Europe/Berlin',
};
const text = `# Agreed with everybody
freezes:
  - title: End of year # as each year
    reason: The books are closed
    environments: [production]
    from: 2026-12-18T18:00
    until: 2027-01-04T06:00
    timeZone: Europe/Berlin

  - title: 'Weekends'
    reason: Nobody is there
    environments:
      - production
    cron: 0 18 * * 5
    duration: 60h
    timeZone: Europe/Berlin
`;

describe('editFreezes', () => {
  it.each([
    ['there is none', undefined],
    ['it is empty', ''],
    ['it has a comment alone', '# Nothing yet\n'],
    ['the list is empty', 'freezes: []\n'],
    ['the list is nothing', 'freezes:\n'],
  ])('makes the file where %s', (_, there) => {
    const { text: made } = editFreezes(there, 'add', weekends);
    expect(editFreezes(made, 'add', weekends)).toEqual({
      text: made,
      changes: [],
    });
    expect(made).toContain('0 18 * * 5');
    expect(made).toContain(/^#.*/.exec(there ?? '')?.[0] ?? 'freezes:');
  });

  it('adds one, and leaves the others as they are', () => {
    const { text: made } = editFreezes(text, 'add', {
      title: '2026',
      reason: 'Because: of #1',
      environments: ['staging', 'production'],
      from: '2026-11-27T18:00',
    });
    expect(made.startsWith(text)).toBe(true);
    expect(made.slice(text.length)).toBe(`  - title: "2026"
    reason: "Because: of #1"
    environments:
      - staging
      - production
    from: 2026-11-27T18:00
`);
    expect(() =>
      editFreezes(text, 'add', { ...weekends, reason: 'Another' }),
    ).toThrow('there is a freeze called "Weekends" already');
  });

  it('changes what is given, line by line', () => {
    expect(
      editFreezes(text, 'change', {
        title: 'End of year',
        until: '2027-01-10T06:00',
      }).text,
    ).toBe(text.replace('2027-01-04', '2027-01-10'));
    expect(
      editFreezes(text, 'change', {
        title: 'Weekends',
        from: '2026-11-27T18:00',
      }).text,
    ).toBe(
      text.replace(
        `    cron: 0 18 * * 5
    duration: 60h
    timeZone: Europe/Berlin
`,
        `    timeZone: Europe/Berlin
    from: 2026-11-27T18:00
`,
      ),
    );
    expect(editFreezes(text, 'change', { title: 'Weekends' }).changes).toEqual(
      [],
    );
  });

  it('takes one out', () => {
    expect(editFreezes(text, 'end', { title: 'Weekends' }).text).toBe(
      `${text.slice(0, text.indexOf('\n\n  - title'))}\n\n`,
    );
    expect(() => editFreezes(text, 'end', { title: 'None' })).toThrow(
      'there is no freeze called "None"; there are End of year, Weekends',
    );
    expect(() => editFreezes('freezes: 1\n', 'end', { title: 'None' })).toThrow(
      'has to be a list',
    );
    expect(() => editFreezes('freezes: [\n', 'end', { title: 'None' })).toThrow(
      'cannot be read',
    );
  });
});
