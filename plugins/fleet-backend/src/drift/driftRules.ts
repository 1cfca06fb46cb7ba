import type { DriftDetector } from '@fleetcommander/backstage-plugin-fleet-node';
import type { DriftRules } from '../store/drift/DriftRules';
import { builtInDetectors } from './application/builtInDetectors';
import { gitManagers } from './override/gitManagers';
import { severityOf, type DriftSeverityRule } from './severityOf';

/** The rules of the suite, with the detectors that others add and what the config says of severity. */
export function driftRules(options: {
  /** Names, in promotion order. */
  environments: readonly string[];
  severity?: readonly DriftSeverityRule[];
  /** Names of clients that write for Git, beside the engines. */
  managers?: readonly string[];
  detectors?: readonly DriftDetector[];
}): DriftRules {
  const { environments, severity = [], detectors = [] } = options;
  return {
    environments,
    gitManagers: gitManagers(options.managers),
    detectors: [...builtInDetectors, ...detectors],
    severityOf: (finding, environment) =>
      severityOf(finding, environment, { environments, rules: severity }),
  };
}
