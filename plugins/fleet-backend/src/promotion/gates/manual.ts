import { z } from 'zod';
import { listOf } from '../../clusters/config/schemas';
import { defineGate } from './defineGate';
import { notOpenYet } from './findings';
import { judgeApprovals } from './judgeApprovals';

/** Somebody of a team that is named for this stage has said yes, as an approval of the pull request. */
export const manual = defineGate({
  name: 'manual',
  title: 'A word of a team',
  options: z.strictObject({
    teams: listOf(z.string().min(1)).refine(teams => teams.length > 0, {
      error: 'names no team; write the slug of one, such as [sre]',
    }),
  }),
  check({ pullRequest }, { teams }) {
    return pullRequest
      ? judgeApprovals(pullRequest, { count: 1, teams })
      : notOpenYet({ waitsFor: teams.map(team => `team:${team}`) });
  },
});
