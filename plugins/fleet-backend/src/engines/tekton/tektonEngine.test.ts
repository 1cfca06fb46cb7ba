import path from 'node:path';
import { projectFixture } from '../__fixtures__/projectFixture';

const records = projectFixture(
  path.join(__dirname, '__fixtures__/pipelineRuns.yaml'),
);

it.each([
  [
    'good',
    {
      type: 'pipeline-run',
      engine: 'tekton',
      pipeline: 'smoke',
      outcome: 'passed',
      state: 'healthy',
      startedAt: '2026-11-22T10:00:00Z',
      endedAt: '2026-11-22T10:02:00Z',
    },
  ],
  [
    'bad',
    {
      pipeline: 'smoke',
      outcome: 'failed',
      summary:
        'failed: Tasks Completed: 1 (Failed: 1, Cancelled 0), Skipped: 0',
    },
  ],
  ['stopped', { outcome: 'failed', summary: 'was cancelled' }],
  ['running', { outcome: 'pending', state: 'progressing' }],
  ['new', { pipeline: undefined, outcome: 'pending', state: 'unknown' }],
])('says what came of the run %s', (name, record) => {
  expect(records.get(name)).toMatchObject([record]);
});
