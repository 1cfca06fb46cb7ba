import { z } from 'zod';
import { listOf } from '../../clusters/config/schemas';
import { defineGate } from './defineGate';
import { notOpenYet } from './findings';
import { judgeApprovals } from './judgeApprovals';

/** People other than who asked for it have approved the pull request. */
export const approvals = defineGate({
  name: 'approvals',
  title: 'Approvals',
  options: z.strictObject({
    count: z.int().min(1, 'has to be at least 1').default(1),
    teams: listOf(z.string().min(1)).optional(),
  }),
  check({ pullRequest }, options) {
    return pullRequest
      ? judgeApprovals(pullRequest, options)
      : notOpenYet({
          waitsFor: (options.teams ?? []).map(team => `team:${team}`),
        });
  },
});
