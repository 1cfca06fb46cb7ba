import type { DriftDetector } from '@fleetcommander/backstage-plugin-fleet-node';
import { behind } from './behind';
import { failing } from './failing';
import { frozen } from './frozen';
import { outOfSync } from './outOfSync';
import { stale } from './stale';

/** The detectors of drift in an application that the backend brings with it. */
export const builtInDetectors: readonly DriftDetector[] = [
  outOfSync,
  behind,
  failing,
  frozen,
  stale,
];
