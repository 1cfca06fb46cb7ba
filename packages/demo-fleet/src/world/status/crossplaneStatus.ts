import { KubernetesObject } from '../../types';
import { isManaged, Part } from '../platform/Part';
import { Condition, conditions } from './conditions';

/** An object of Crossplane as far as its controllers read it back. */
export interface Reconciled extends KubernetesObject {
  status?: { conditions?: Condition[]; atProvider?: object };
}

type Verdict = Omit<Condition, 'lastTransitionTime' | 'observedGeneration'>;

export const synced: Verdict = {
  type: 'Synced',
  status: 'True',
  reason: 'ReconcileSuccess',
  message: '',
};

export const ready: Verdict = {
  type: 'Ready',
  status: 'True',
  reason: 'Available',
  message: '',
};

export const creating: Verdict = {
  type: 'Ready',
  status: 'False',
  reason: 'Creating',
  message: '',
};

export const deleting: Verdict = {
  type: 'Ready',
  status: 'False',
  reason: 'Deleting',
  message: '',
};

/** What is said of a part that is there. */
export function settled(part: Pick<Part, 'spec'>): Verdict[] {
  return isManaged(part) ? [synced, ready] : [ready];
}

/** What a provider says when its cloud refuses: the resource is not in sync, and waits for the next attempt. */
export function refused(reason: string): Verdict[] {
  const message = `async create failed: failed to create the resource: [{0 ${reason}  []}]`;
  return [
    {
      type: 'Synced',
      status: 'False',
      reason: 'ReconcileError',
      message,
    },
    creating,
    {
      type: 'LastAsyncOperation',
      status: 'False',
      reason: 'AsyncCreateFailure',
      message,
    },
  ];
}

/** What a provider says while its cloud changes a resource, which stays ready. */
export const changing: Verdict[] = [
  synced,
  ready,
  {
    type: 'AsyncOperation',
    status: 'False',
    reason: 'Ongoing',
    message: '',
  },
];

/** What a composite says of what it is made of. */
export function composedOf(unready: readonly string[]): Verdict {
  const [shown, more] = [unready.slice(0, 3), unready.length - 3];
  return unready.length === 0
    ? ready
    : {
        ...creating,
        message: `Unready resources: ${shown.join(', ')}${
          more > 0 ? `, and ${more} more` : ''
        }`,
      };
}

/** What a claim says while its composite is not ready. */
export const waiting: Verdict = {
  type: 'Ready',
  status: 'False',
  reason: 'Waiting',
  message: 'Claim is waiting for composite resource to become Ready',
};

/** A status with these verdicts, each dated from when it last changed. */
export function verdicts(
  live: Reconciled,
  moment: Date,
  next: readonly Verdict[],
): { conditions: Condition[] } {
  const observedGeneration = live.metadata.generation ?? 1;
  return {
    conditions: conditions(
      live.status?.conditions,
      moment,
      next.map(verdict => ({ ...verdict, observedGeneration })),
    ),
  };
}

/** Whether a resource says that it is there. */
export function isReady(object: KubernetesObject | undefined): boolean {
  const { status } = (object ?? {}) as Partial<Reconciled>;
  return Boolean(
    status?.conditions?.some(
      condition => condition.type === 'Ready' && condition.status === 'True',
    ),
  );
}
