import type {
  ClaimStep,
  ClaimStepName,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { claimedStep } from './claimedStep';
import type { ClaimFacts, StepFinding } from './ClaimFacts';
import { bootstrapStep, controlPlaneStep, joinedStep } from './clusterSteps';
import { provisioningStep } from './provisioningStep';
import { mergedStep, pullRequestStep } from './pullRequestSteps';

const titles: Record<ClaimStepName, string> = {
  'pull-request': 'Pull request',
  merged: 'Merged',
  claimed: 'Claimed',
  provisioning: 'Provisioning',
  'control-plane': 'Control plane up',
  bootstrap: 'Bootstrap',
  joined: 'Joined the fleet',
};

/** How far a claim is, step by step, each with its evidence. */
export function stepsOf(facts: ClaimFacts): ClaimStep[] {
  const merged = mergedStep(facts);
  const findings: [ClaimStepName, StepFinding][] = [
    ['pull-request', pullRequestStep(facts)],
    ['merged', merged],
    ['claimed', { startedAt: merged.endedAt, ...claimedStep(facts) }],
    ['provisioning', provisioningStep(facts)],
  ];
  if (facts.makesCluster) {
    const controlPlane = controlPlaneStep(facts);
    findings.push(
      ['control-plane', controlPlane],
      ['bootstrap', bootstrapStep(facts, controlPlane)],
      ['joined', joinedStep(facts, controlPlane)],
    );
  }
  return findings.map(([step, finding]) => toStep(step, finding, facts));
}

/** The one that a claim is at: the first that goes wrong, else the first that is not over, else the last. */
export function currentStep(steps: readonly ClaimStep[]): ClaimStep {
  return (
    steps.find(({ state }) => state === 'failing') ??
    steps.find(({ state }) => state !== 'done' && state !== 'skipped') ??
    steps[steps.length - 1]
  );
}

function toStep(
  step: ClaimStepName,
  finding: StepFinding,
  { before, now }: ClaimFacts,
): ClaimStep {
  const earlier = before.find(item => item.step === step);
  const isDone = finding.state === 'done';
  return {
    step,
    title: titles[step],
    state: finding.state,
    summary: finding.summary,
    startedAt: finding.startedAt,
    // Of what is first seen to be over nobody knows since when, unless it was seen to go on before.
    endedAt: isDone
      ? finding.endedAt ??
        earlier?.endedAt ??
        (isOpen(earlier) ? now : undefined)
      : finding.endedAt,
    links: finding.links ?? [],
    items: finding.items ?? [],
  };
}

function isOpen(step: ClaimStep | undefined): boolean {
  return step !== undefined && step.state !== 'done';
}
