import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import { conditionOf, conditionsOf } from '../conditionOf';
import { countOf, fieldsOf, textOf, timeOf, type Fields } from '../fields';
import type { Health } from '../recordOf';
import { maxWeightOf } from './analysisOf';

/**
 * Whether a target has been put back to what was promoted last. The phase of a canary that failed stays `Failed` then, as putting
 * back is no new revision.
 */
export function isPutBack({
  lastAppliedSpec,
  lastPromotedSpec,
}: Fields): boolean {
  return (
    textOf(lastPromotedSpec) !== undefined &&
    lastAppliedSpec === lastPromotedSpec
  );
}

/** How a canary is, by its phase. */
export function canaryHealth(object: KubernetesObject): Health {
  const spec = fieldsOf(object.spec);
  const status = fieldsOf(object.status);
  const { deletionTimestamp } = object.metadata;
  const promoted = conditionOf(conditionsOf(status), 'Promoted');
  const told = {
    reason: textOf(status.phase),
    message: promoted?.message,
    // That of the status moves with each step.
    since: promoted?.since ?? timeOf(status.lastTransitionTime),
  };
  if (deletionTimestamp) {
    return {
      state: 'progressing',
      summary: 'is being deleted',
      since: timeOf(deletionTimestamp),
    };
  }
  const health = byPhase(spec, status);
  if (spec.suspend !== true) {
    return { ...health, ...told };
  }
  // What was given up stays given up while nothing is tried.
  return health.state === 'degraded'
    ? { ...health, summary: `${health.summary}; suspended`, ...told }
    : { state: 'suspended', summary: 'suspended', ...told };
}

function byPhase(
  spec: Fields,
  status: Fields,
): Pick<Health, 'state' | 'summary'> {
  switch (status.phase) {
    case 'Initializing':
      return { state: 'progressing', summary: 'is being set up' };
    case 'Initialized':
      return { state: 'healthy', summary: 'waits for a new version' };
    case 'Waiting':
      return {
        state: 'progressing',
        summary: 'waits for approval to try a new version',
      };
    case 'Progressing':
      return { state: 'progressing', summary: tried(spec, status) };
    case 'WaitingPromotion':
      return {
        state: 'progressing',
        summary: 'waits for approval to promote a new version',
      };
    case 'Promoting':
      return {
        state: 'progressing',
        summary: 'its new version did well and is being promoted',
      };
    case 'Finalising':
      return {
        state: 'progressing',
        summary: 'its new version is promoted and gets all traffic',
      };
    case 'Succeeded':
      return { state: 'healthy', summary: 'runs its latest version' };
    case 'Failed':
      return isPutBack(status)
        ? {
            state: 'healthy',
            summary: 'its last new version was given up and taken back',
          }
        : {
            state: 'degraded',
            summary: 'its new version was given up, the one before runs',
          };
    case 'Terminating':
    case 'Terminated':
      return { state: 'progressing', summary: 'is being removed' };
    default:
      return { state: 'unknown', summary: 'Flagger has not taken it up' };
  }
}

function tried(spec: Fields, status: Fields): string {
  const analysis = fieldsOf(spec.analysis);
  const rounds = countOf(analysis.iterations);
  const how =
    rounds > 0
      ? `is tried, turn ${countOf(status.iterations)} of ${rounds}`
      : `gets ${countOf(status.canaryWeight)} % of the traffic, ${maxWeightOf(
          analysis,
        )} % before it is promoted`;
  return `its new version ${how}`;
}
