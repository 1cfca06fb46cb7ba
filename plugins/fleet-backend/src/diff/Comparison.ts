/** Something in which live is not what is desired. */
export interface Difference {
  /** In JSONPath. */
  path: string;
  state: 'changed' | 'added' | 'removed';
  /** Absent: nothing. */
  desired?: unknown;
  /** Absent: nothing. */
  live?: unknown;
}

/** Two objects beside each other: where they differ, and both sides in the same order. */
export interface Comparison {
  differences: Difference[];
  desired: unknown;
  /** As far as something desires it, or somebody has added it. */
  live: unknown;
}
