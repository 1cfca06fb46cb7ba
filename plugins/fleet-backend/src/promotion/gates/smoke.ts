import type {
  GateFacts,
  GateFinding,
  GitCheck,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { z } from 'zod';
import { defineGate } from './defineGate';
import { finding, notKnown, notOpenYet } from './findings';

/** A test of what moves has passed: a check of the pull request, or a run of a Tekton Pipeline in the stage before. */
export const smoke = defineGate({
  name: 'smoke',
  title: 'Smoke test',
  options: z
    .strictObject({
      check: z.string().min(1).optional(),
      pipeline: z.string().min(1).optional(),
    })
    .refine(({ check, pipeline }) => !check !== !pipeline, {
      error:
        'has to name one of two: { gate: smoke, check: NAME } for a check of the pull request, { gate: smoke, pipeline: NAME } for a Tekton Pipeline',
    }),
  check(facts, { check, pipeline }) {
    return pipeline === undefined
      ? byCheck(facts, check ?? '')
      : byPipeline(facts, pipeline);
  },
});

function byCheck({ pullRequest }: GateFacts, name: string): GateFinding {
  if (!pullRequest) {
    return notOpenYet();
  }
  const { checks } = pullRequest;
  if ('unknown' in checks) {
    return notKnown(checks.unknown);
  }
  const found = checks.known.find(check => check.name === name);
  return found
    ? judge(name, found.state, { url: found.url })
    : finding('waiting', `${name} has not reported yet`);
}

/** The worst tells. */
const order: readonly GitCheck['state'][] = ['failed', 'pending', 'passed'];

function byPipeline(facts: GateFacts, pipeline: string): GateFinding {
  const { pipelineRuns, source, soakingSince } = facts;
  if (!source) {
    return finding('skipped', 'No stage comes before, where it would run');
  }
  if ('unknown' in pipelineRuns) {
    return notKnown(pipelineRuns.unknown);
  }
  const runs = pipelineRuns.known
    .filter(run => run.pipeline === pipeline)
    .sort((one, other) => (one.at ?? '').localeCompare(other.at ?? ''));
  const newest = runs.at(-1);
  const runsSince = Object.values(soakingSince).sort().at(-1);
  if (!newest) {
    return finding('waiting', `${pipeline} has not run in ${source.name}`);
  }
  // One that failed on a cluster is not made up for by one that passed on another.
  const last = [...new Map(runs.map(run => [run.cluster, run])).values()]
    .filter(run => runsSince && run.at && run.at >= runsSince)
    .sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state))
    .at(0);
  if (!last) {
    const { state, at, url } = newest;
    return finding(
      'waiting',
      `${pipeline} has not run in ${source.name} since what moves came there`,
      { url, evidence: [{ summary: `${pipeline}: ${state}`, at, url }] },
    );
  }
  const { state, at, url } = last;
  return judge(pipeline, state, { at, url });
}

function judge(
  name: string,
  state: GitCheck['state'],
  link: { at?: string; url?: string },
): GateFinding {
  const more = {
    url: link.url,
    evidence: [{ summary: `${name}: ${state}`, ...link }],
  };
  switch (state) {
    case 'passed':
      return finding('passed', `${name} passed`, more);
    case 'failed':
      return finding(
        'failed',
        `${name} failed. See why, and run it again`,
        more,
      );
    default:
      return finding('waiting', `${name} is running`, more);
  }
}
