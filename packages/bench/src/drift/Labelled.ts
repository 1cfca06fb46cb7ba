import type { DriftKind } from '@fleetcommander/backstage-plugin-fleet-common';

/** As much of a finding as a label says. */
export interface Label {
  kind: DriftKind;
  path?: string;
  manager?: string;
}

/** A change that was made, what is true of it, and what the detectors found. */
export interface Labelled {
  /** What was made: `image set by hand`. */
  scenario: string;
  /** Of which kind of drift it is, or of which it looks like one. */
  kind: DriftKind;
  /** Nothing for a look-alike. */
  expected: readonly Label[];
  found: readonly Label[];
}
