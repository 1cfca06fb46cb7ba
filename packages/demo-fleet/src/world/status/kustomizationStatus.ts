import { KubernetesObject } from '../../types';
import { ImageChange, Patch } from '../repository/kustomize/KustomizationFile';
import { Condition, conditions, timestamp } from './conditions';
import { digestOf, inventory } from './inventory';

/** One state of the manifests in an application's history. */
export interface Snapshot {
  digest: string;
  firstReconciled: string;
  lastReconciled: string;
  lastReconciledDuration: string;
  lastReconciledStatus: string;
  totalReconciliations: number;
  metadata: { revision: string };
}

/** A Flux Kustomization as far as its controller reads it back. */
export interface Kustomization extends KubernetesObject {
  spec: {
    interval: string;
    timeout?: string;
    suspend?: boolean;
    wait?: boolean;
    path?: string;
    prune?: boolean;
    sourceRef: { kind: string; name: string; namespace?: string };
    targetNamespace?: string;
    namePrefix?: string;
    nameSuffix?: string;
    images?: ImageChange[];
    patches?: Patch[];
    commonMetadata?: {
      labels?: Record<string, string>;
      annotations?: Record<string, string>;
    };
  };
  status?: {
    conditions?: Condition[];
    history?: Snapshot[];
    inventory?: ReturnType<typeof inventory>;
    lastAppliedRevision?: string;
    lastAttemptedRevision?: string;
    lastHandledReconcileAt?: string;
    observedGeneration?: number;
  };
}

/** How one run of the controller ended. */
export interface Outcome {
  revision: string;
  /** Undefined where not all could be built and applied. */
  manifests?: readonly KubernetesObject[];
  failure?: { reason: string; message: string };
  seconds: number;
}

/** While the controller works. */
export function reconcilingStatus(
  live: Kustomization,
  revision: string,
  moment: Date,
) {
  const observedGeneration = live.metadata.generation ?? 1;
  const failing = live.status?.conditions?.some(
    ({ type, status }) => type === 'Ready' && status === 'False',
  );
  const others = (live.status?.conditions ?? []).filter(
    ({ type }) => type === 'Healthy' || (failing && type === 'Ready'),
  );
  return {
    conditions: [
      ...conditions(live.status?.conditions, moment, [
        {
          type: 'Reconciling',
          status: 'True',
          reason: failing ? 'ProgressingWithRetry' : 'Progressing',
          message: `Detecting drift for revision ${revision} with a timeout of ${
            live.spec.timeout ?? live.spec.interval
          }`,
          observedGeneration,
        },
        ...(failing
          ? []
          : [
              {
                type: 'Ready',
                status: 'Unknown' as const,
                reason: 'Progressing',
                message: 'Reconciliation in progress',
                observedGeneration,
              },
            ]),
      ]),
      ...others,
    ],
    lastAttemptedRevision: revision,
  };
}

/** After a run; `history` only where this version of Flux keeps one. */
export function reconciledStatus(
  live: Kustomization,
  outcome: Outcome,
  moment: Date,
  options: { history: boolean },
) {
  const { revision, manifests, failure, seconds } = outcome;
  const duration = `${seconds.toFixed(3)}s`;
  const observedGeneration = live.metadata.generation ?? 1;
  const success = !failure;
  return {
    conditions: conditions(live.status?.conditions, moment, [
      {
        type: 'Ready',
        status: success ? 'True' : 'False',
        reason: failure?.reason ?? 'ReconciliationSucceeded',
        message: failure?.message ?? `Applied revision: ${revision}`,
        observedGeneration,
      },
      ...(failure
        ? [
            {
              type: 'Reconciling',
              status: 'True' as const,
              reason: 'ProgressingWithRetry',
              message: `Running health checks for revision ${revision} with a timeout of ${live.spec.timeout}`,
              observedGeneration,
            },
          ]
        : []),
      ...(live.spec.wait && (manifests || success)
        ? [
            {
              type: 'Healthy',
              status: success ? ('True' as const) : ('False' as const),
              reason: failure?.reason ?? 'Succeeded',
              message: failure?.message ?? `Health check passed in ${duration}`,
              observedGeneration,
            },
          ]
        : []),
    ]),
    ...(success ? { lastAppliedRevision: revision } : {}),
    lastAttemptedRevision: revision,
    observedGeneration,
    ...(manifests ? { inventory: inventory(manifests) } : {}),
    ...(options.history && manifests
      ? { history: addSnapshot(live.status?.history, outcome, moment) }
      : {}),
  };
}

/** Entries of one digest and status are one, and the newest is first. */
function addSnapshot(
  history: readonly Snapshot[] = [],
  { revision, manifests, failure, seconds }: Outcome,
  moment: Date,
): Snapshot[] {
  const digest = digestOf(manifests);
  const lastReconciledStatus = failure?.reason ?? 'ReconciliationSucceeded';
  const isSame = (entry: Snapshot) =>
    entry.digest === digest &&
    entry.lastReconciledStatus === lastReconciledStatus;
  const same = history.find(isSame);
  const snapshot: Snapshot = {
    digest,
    firstReconciled: same?.firstReconciled ?? timestamp(moment),
    lastReconciled: timestamp(moment),
    lastReconciledDuration: `${seconds.toFixed(6)}s`,
    lastReconciledStatus,
    totalReconciliations: (same?.totalReconciliations ?? 0) + 1,
    metadata: { revision },
  };
  return [snapshot, ...history.filter(entry => !isSame(entry))].slice(0, 5);
}
