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
    const { application, commitsUnknown } = input;
    if (application.deleting || application.state === 'failing') {
      return [];
    }
    return [
      ...(commitsUnknown?.pending ? [] : behindCommits(input)),
      ...behindSpec(input),
      ...behindChart(input),
    ];
  },
};

function behindCommits(input: ApplicationDriftInput): DriftFinding[] {
  switch (input.application.kind) {
    case 'Application':
      return behindGit(input);
    case 'Kustomization':
      return behindSource(input);
    default:
      return [];
  }
}

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
      links: linksTo(commitsAhead),
    },
  ];
}

/** The source of a Kustomization tells what Git has, for the whole of the repository; commits tell it for its path. */
function behindSource(input: ApplicationDriftInput): DriftFinding[] {
  const { application, source, commitsAhead, commitsUnknown } = input;
  const { revision } = application;
  const isBehind =
    revision !== undefined &&
    source?.revision !== undefined &&
    (commitsAhead ? commitsAhead.count > 0 : source.revision !== revision);
  if (!isBehind) {
    return [];
  }
  const because = commitsUnknown ? ` (${commitsUnknown.reason})` : '';
  const subject = commitsAhead
    ? moved(input)
    : `Its source has moved on; whether that touches its path is not known${because}`;
  const since = commitsAhead?.since ?? source.fetchedAt;
  return [
    {
      kind: 'behind',
      key: 'git',
      summary: `${subject}, and the cluster has not.`,
      since,
      opensAt:
        application.suspended || source.suspended
          ? undefined
          : after(since, arrivalSeconds),
      from: JSON.stringify(shortRevision(revision)),
      to: JSON.stringify(
        shortRevision(commitsAhead?.revision ?? source.revision!),
      ),
      ...arrival(input),
      links: linksTo(commitsAhead),
    },
  ];
}

function arrival({
  application,
  source,
}: ApplicationDriftInput): Pick<DriftFinding, 'correction' | 'remedy'> {
  if (application.suspended) {
    return { correction: suspended, remedy: resume };
  }
  if (source?.suspended) {
    return {
      correction: {
        expected: false,
        reason: `It does not arrive: ${source.kind} ${source.name} is suspended.`,
      },
      remedy: `Resume ${source.kind} ${source.name} when its applications may have what Git says.`,
    };
  }
  return {
    correction: {
      expected: true,
      by: 'Flux',
      reason: 'Flux applies it by itself, and has not so far.',
    },
    remedy: 'Reconcile the application, and look at what it waits for.',
  };
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
  const { count, more } = commitsAhead;
  const commits = count === 1 ? '1 commit' : `${count} commits`;
  return `Git has moved on by ${more ? 'more than ' : ''}${commits}`;
}

function linksTo(
  commitsAhead: ApplicationDriftInput['commitsAhead'],
): DriftFinding['links'] {
  const { newest = [], url } = commitsAhead ?? {};
  return url
    ? [
        ...newest.map(commit => ({ title: commit.title, url: commit.url })),
        { title: 'All changes since', url },
      ]
    : undefined;
}

function shorten(revisions: string): string {
  return revisions.split(',').map(shortRevision).join(', ');
}
