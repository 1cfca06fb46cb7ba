import type {
  ApplicationDriftInput,
  DriftDetector,
  DriftFinding,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { shortRevision } from '../../engines/shortRevision';
import { after } from './after';

/** How long an engine may take to act on a new spec. */
const specSeconds = 600;
/** Of Argo CD, which compares every few minutes unless it was told to wait for webhooks. */
const comparisonSeconds = 6 * 3_600;
const fewestSeconds = 900;
const intervals = 3;

const nobody = {
  expected: false,
  reason: 'Whoever would correct it does not look.',
};

/** What is known of an application is old: its engine does not look, or cannot see Git. */
export const stale: DriftDetector = {
  name: 'stale',
  detectApplication(input) {
    const { suspended, deleting } = input.application;
    return suspended || deleting
      ? []
      : [...unobserved(input), ...unreconciled(input), ...sourceless(input)];
  },
};

function unobserved({
  application,
  memory,
}: ApplicationDriftInput): DriftFinding[] {
  const since = memory?.unobservedSince;
  return since
    ? [
        {
          kind: 'stale',
          key: 'spec',
          summary: `Its engine has not acted on the newest spec of the ${application.kind}.`,
          since,
          opensAt: after(since, specSeconds),
          correction: nobody,
          remedy:
            'Check that the controller runs on its cluster, and reconcile the application.',
        },
      ]
    : [];
}

/**
 * An engine that does not note each time it looks cannot be caught at not looking. One that fails notes only when it last did not.
 */
function unreconciled({ application }: ApplicationDriftInput): DriftFinding[] {
  const { drift, lastReconciledAt, intervalSeconds } = application;
  const seconds = intervalSeconds
    ? Math.max(intervals * intervalSeconds, fewestSeconds)
    : comparisonSeconds;
  const isTold = drift?.tellsReconciliation && application.state !== 'failing';
  return isTold && lastReconciledAt
    ? [
        {
          kind: 'stale',
          key: 'reconciliation',
          summary:
            'Its engine has not looked at it for much longer than it should.',
          since: lastReconciledAt,
          opensAt: after(lastReconciledAt, seconds),
          correction: nobody,
          remedy:
            'Check that the controller runs on its cluster and is not short of resources.',
        },
      ]
    : [];
}

function sourceless({ source }: ApplicationDriftInput): DriftFinding[] {
  if (source?.suspended) {
    return [
      {
        kind: 'stale',
        key: 'source',
        summary: `Its source ${source.kind} ${source.name} is suspended: what Git has now is not read.`,
        correction: {
          expected: false,
          reason: 'A person suspended it, and a person has to resume it.',
        },
        remedy: `Resume ${source.kind} ${source.name}.`,
      },
    ];
  }
  return source?.state === 'failing'
    ? [
        {
          kind: 'stale',
          key: 'source',
          summary: `Its source ${source.kind} ${
            source.name
          } ${source.summary.replace(/\.$/, '')}: what is known of Git ${
            source.revision
              ? `ends at ${shortRevision(source.revision)}`
              : 'is nothing'
          }.`,
          since: source.since,
          correction: {
            expected: false,
            reason: 'Flux tries again, and fails until the cause is mended.',
          },
          remedy: `Mend what ${source.kind} ${source.name} says is wrong.`,
        },
      ]
    : [];
}
