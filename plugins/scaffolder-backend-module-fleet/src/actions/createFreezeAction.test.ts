import { TestScaffolder } from '../__testUtils__/TestScaffolder';

const name = 'platform/fleet';
const freeze = (input: object = {}) => ({
  action: 'fleet:freeze',
  input: {
    deed: 'add',
    title: 'End of year',
    reason: 'The books are closed',
    environments: ['production'],
    from: '2026-12-18T18:00',
    timeZone: 'Europe/Berlin',
    ...input,
  },
});
const propose = {
  action: 'fleet:pull-request',
  input: {
    action: 'freeze',
    subject: 'End of year',
    title: 'Freeze production',
    files: '${{ steps["step-0"].output.files }}',
    changes: '${{ steps["step-0"].output.changes }}',
    evidence: '${{ steps["step-0"].output.evidence }}',
    readAt: '${{ steps["step-0"].output.readAt }}',
  },
};

describe('fleet:freeze', () => {
  jest.setTimeout(120_000);
  let scaffolder: TestScaffolder;

  beforeEach(async () => {
    scaffolder = await TestScaffolder.start({ files: { 'README.md': '#\n' } });
  });
  afterEach(() => scaffolder.stop());

  it('proposes a freeze, changes it and takes it out again', async () => {
    const pulls = scaffolder.git.repository(name).pulls;
    scaffolder.fleet.freezeWarnings = ['line 2: freezes nothing in prodution'];
    const first = await scaffolder.run(freeze(), propose);
    expect(first).toMatchObject({
      status: 'completed',
      output: { outcome: 'opened' },
    });
    const branch = pulls.get(1)!.head;
    const { 'freezes.yaml': text } = await scaffolder.git.readFiles(
      name,
      branch,
    );
    expect(text).toContain('title: End of year');
    expect(pulls.get(1)!.body).toContain(
      'From 2026-12-18T18:00 until it is taken out',
    );

    expect(pulls.get(1)!.body).toContain('freezes nothing in prodution');

    await scaffolder.git.commit(name, {
      message: 'As asked',
      files: { 'freezes.yaml': text },
    });
    const again = await scaffolder.run(freeze());
    expect(again.output).toMatchObject({ changed: false, files: [] });
    const changed = await scaffolder.dryRun({
      action: 'fleet:freeze',
      input: {
        deed: 'change',
        title: 'End of year',
        until: '2027-01-04T06:00',
      },
    });
    expect(changed.log).toContain('+    until: 2027-01-04T06:00');
    const ended = await scaffolder.dryRun({
      action: 'fleet:freeze',
      input: { deed: 'end', title: 'End of year' },
    });
    expect(ended.log).toContain('-  - title: End of year');
  });

  it('writes nothing that the backend would not go by', async () => {
    scaffolder.fleet.freezeProblems = text =>
      text.includes('25:00')
        ? ["line 6, column 11: from '2026-12-18T25:00' is not a time"]
        : [];
    for (const [input, words] of [
      [{ from: '2026-12-18T25:00' }, "from '2026-12-18T25:00' is not a time"],
      [{ reason: ' ' }, 'a new freeze says why'],
      [
        { until: '2026-12-18T17:00' },
        'until: 2026-12-18T17:00 is before 2026-12-18T18:00',
      ],
      [{ environments: [] }, 'for which environments'],
      [{ deed: 'end' }, 'there is no freeze called "End of year"'],
    ] as const) {
      const { status, log } = await scaffolder.run(freeze(input));
      expect(status).toBe('failed');
      expect(log).toContain(words);
    }
  });
});
