import type {
  ApplicationDriftInput,
  DriftCorrection,
  DriftDetector,
  DriftFinding,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { correctionOf } from '../correctionOf';
import { argocdDifference } from './argocdDifference';

const mostNames = 3;

/** Live differs from what Git said when they last agreed. A Flux Kustomization does not tell: it undoes what differs. */
export const outOfSync: DriftDetector = {
  name: 'out-of-sync',
  detectApplication(input) {
    const { application } = input;
    if (application.deleting) {
      return [];
    }
    return application.kind === 'HelmRelease'
      ? ofHelmRelease(input)
      : ofApplication(input);
  },
};

function ofHelmRelease({ application }: ApplicationDriftInput): DriftFinding[] {
  const drifted = application.drift?.drifted;
  if (!drifted) {
    return [];
  }
  const correction = correctionOf(application);
  return [
    {
      kind: 'out-of-sync',
      key: '',
      summary: `${sentence(drifted.message ?? 'differs from its chart')}`,
      since: drifted.since,
      correction,
      remedy: correction.expected
        ? 'Wait for Flux to undo it, or change the values in Git to keep it.'
        : 'Set spec.driftDetection.mode of the HelmRelease to enabled to have it undone, or change the values in Git to keep it.',
    },
  ];
}

function ofApplication(input: ApplicationDriftInput): DriftFinding[] {
  const difference = argocdDifference(input);
  if (!difference || difference.moved === 'Git') {
    return [];
  }
  const { application, commitsUnknown } = input;
  if (difference.moved === 'unknown' && commitsUnknown?.pending) {
    return [];
  }
  const { since, opensAt, moved } = difference;
  const differing = application.resources.filter(
    ({ sync }) => sync === 'OutOfSync',
  );
  const toPrune = application.drift?.toPrune ?? 0;
  if (toPrune > 0 && toPrune >= differing.length) {
    return [
      {
        kind: 'out-of-sync',
        key: 'prune',
        summary: `Git no longer has ${list(
          differing,
        )}, and the cluster still has.`,
        since,
        opensAt,
        correction: pruning(input),
        remedy: 'Sync the Application with pruning, or put it back into Git.',
      },
    ];
  }
  const what = list(differing) || 'The application';
  const correction = healing(input);
  return [
    {
      kind: 'out-of-sync',
      key: '',
      summary:
        moved === 'cluster'
          ? `${what} was changed on the cluster: Git has not moved since they agreed.`
          : `${what} differs from Git; they were never seen to agree, so which of the two has moved cannot be told.`,
      since,
      opensAt,
      correction,
      remedy: correction.expected
        ? 'Wait for Argo CD to undo it, or change Git to keep it.'
        : 'Sync the Application to have Git’s state back, or change Git to keep what is live.',
    },
  ];
}

function healing({ application }: ApplicationDriftInput): DriftCorrection {
  const correction = correctionOf(application);
  const { automated, healAttempts = 0 } = application.drift?.operation ?? {};
  return correction.expected && automated && healAttempts > 0
    ? {
        ...correction,
        reason: `Argo CD tries to undo it, and has not succeeded so far.`,
      }
    : correction;
}

function pruning({ application }: ApplicationDriftInput): DriftCorrection {
  return application.automated && application.drift?.prune
    ? {
        expected: true,
        by: 'Argo CD',
        reason: 'Argo CD will prune it: auto-sync prunes.',
      }
    : {
        expected: false,
        reason: 'Nobody removes it: auto-sync does not prune.',
      };
}

function list(
  resources: readonly { kind: string; name: string }[],
): string | undefined {
  const names = resources
    .slice(0, mostNames)
    .map(({ kind, name }) => `${kind} ${name}`);
  const others = resources.length - names.length;
  return [...names, ...(others > 0 ? [`${others} more`] : [])].join(', ');
}

function sentence(text: string): string {
  const start = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?…]$/.test(start) ? start : `${start}.`;
}
