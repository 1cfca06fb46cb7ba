import type {
  ApplicationDriftInput,
  DriftCorrection,
  DriftDetector,
  DriftFinding,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { shortRevision } from '../../engines/shortRevision';
import { after } from './after';
import { argocdDifference } from './argocdDifference';

/** A commit takes a while to arrive where it is applied by itself. */
const arrivalSeconds = 600;

const suspended: DriftCorrection = {
  expected: false,
  reason: 'It does not arrive: the application is suspended.',
};
const resume =
  'Resume the application when it may have what Git says; until then it keeps what it has.';

/** Git has moved on under the application's own path, and the cluster has not. */
export const behind: DriftDetector = {
  name: 'behind',
  detectApplication(input) {
    const { application, commitsAhead } = input;
    const isToldOtherwise =
      application.deleting || application.state === 'failing';
    if (isToldOtherwise || commitsAhead?.count === 0) {
      return [];
    }
    return application.kind === 'Application'
      ? behindGit(input)
      : [...behindSource(input), ...behindSpec(input), ...behindChart(input)];
  },
};

function behindGit(input: ApplicationDriftInput): DriftFinding[] {
  const { application, commitsAhead } = input;
  const difference = argocdDifference(input);
  if (difference?.moved !== 'Git') {
    return [];
  }
  const since = commitsAhead?.since ?? difference.since;
  const { automated, revision, drift } = application;
  return [
    {
      kind: 'behind',
      key: 'git',
      summary: `${moved(input)}, and the cluster has not.`,
      since,
      opensAt: automated ? after(difference.since, arrivalSeconds) : undefined,
      from: revision && JSON.stringify(shortRevision(revision)),
      to: drift?.syncRevision && JSON.stringify(shorten(drift.syncRevision)),
      correction: automated
        ? {
            expected: true,
            by: 'Argo CD',
            reason: 'Argo CD syncs by itself, and has not so far.',
          }
        : {
            expected: false,
            reason: 'It does not arrive by itself: auto-sync is off.',
          },
      remedy: automated
        ? 'Look at its last sync, and at the sync windows of its project.'
        : 'Sync the Application when it may have what Git says.',
    },
  ];
}

/** The source of a Kustomization tells what Git has, for the whole of the repository. */
function behindSource(input: ApplicationDriftInput): DriftFinding[] {
  const { application, source, commitsAhead } = input;
  const { revision } = application;
  const isBehind =
    application.kind === 'Kustomization' &&
    revision !== undefined &&
    source?.revision !== undefined &&
    source.revision !== revision;
  if (!isBehind) {
    return [];
  }
  const subject = commitsAhead
    ? moved(input)
    : 'Its source has moved on; whether that touches its path is not known';
  return [
    {
      kind: 'behind',
      key: 'git',
      summary: `${subject}, and the cluster has not.`,
      since: commitsAhead?.since ?? source.fetchedAt,
      opensAt: application.suspended
        ? undefined
        : after(source.fetchedAt, arrivalSeconds),
      from: JSON.stringify(shortRevision(revision)),
      to: JSON.stringify(shortRevision(source.revision!)),
      correction: application.suspended
        ? suspended
        : {
            expected: true,
            by: 'Flux',
            reason: 'Flux applies it by itself, and has not so far.',
          },
      remedy: application.suspended
        ? resume
        : 'Reconcile the application, and look at what it waits for.',
    },
  ];
}

/**
 * Suspending is a change of the spec itself, which nobody acts on any more. Only what came on top of it is what Git, or a person,
 * wanted since.
 */
function behindSpec({ application }: ApplicationDriftInput): DriftFinding[] {
  const { generation = 0, observedGeneration } = application.drift ?? {};
  const isBehind =
    application.suspended &&
    observedGeneration !== undefined &&
    observedGeneration > 0 &&
    generation > observedGeneration + 1;
  return isBehind
    ? [
        {
          kind: 'behind',
          key: 'spec',
          summary: `The ${application.kind} itself was changed while it was suspended, and nothing of that has arrived.`,
          correction: suspended,
          remedy: resume,
        },
      ]
    : [];
}

function behindChart({ application }: ApplicationDriftInput): DriftFinding[] {
  const { suspended: isSuspended, revision, drift } = application;
  const wanted = drift?.wantedVersion;
  const isBehind =
    isSuspended && wanted && revision && plain(wanted) !== plain(revision);
  return isBehind
    ? [
        {
          kind: 'behind',
          key: 'chart',
          summary: `It runs version ${revision} of its chart, and should run ${wanted}.`,
          from: JSON.stringify(revision),
          to: JSON.stringify(wanted),
          correction: suspended,
          remedy: resume,
        },
      ]
    : [];
}

/** Build metadata and a leading v make no difference. */
function plain(version: string): string {
  return version.replace(/^v/, '').replace(/\+.*$/, '');
}

function moved({ commitsAhead }: ApplicationDriftInput): string {
  if (!commitsAhead) {
    return 'Git has moved on';
  }
  return commitsAhead.count === 1
    ? 'Git has moved on by 1 commit'
    : `Git has moved on by ${commitsAhead.count} commits`;
}

function shorten(revisions: string): string {
  return revisions.split(',').map(shortRevision).join(', ');
}
