/** As every engine reports one aspect of an object's state. */
export interface Condition {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  reason: string;
  message: string;
  lastTransitionTime: string;
  observedGeneration?: number;
}

/** A moment as Kubernetes writes it: to the second. */
export function timestamp(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`;
}

/** So many seconds before. */
export function before(moment: Date, seconds: number): Date {
  return new Date(moment.getTime() - seconds * 1000);
}

/** Conditions of one moment, each dated from when its status last changed. */
export function conditions(
  previous: readonly Condition[] | undefined,
  moment: Date,
  next: Omit<Condition, 'lastTransitionTime'>[],
): Condition[] {
  return next.map(condition => {
    const earlier = previous?.find(({ type }) => type === condition.type);
    return {
      ...condition,
      lastTransitionTime:
        earlier?.status === condition.status
          ? earlier.lastTransitionTime
          : timestamp(moment),
    };
  });
}
