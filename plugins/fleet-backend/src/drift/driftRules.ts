import type {
  DriftDetector,
  GitHosts,
} from '@fleetcommander/backstage-plugin-fleet-node';
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
  /** Whom Git can be asked of; absent: of none. */
  gitHosts?: Pick<GitHosts, 'has'>;
}): DriftRules {
  const { environments, severity = [], detectors = [], gitHosts } = options;
  return {
    environments,
    gitManagers: gitManagers(options.managers),
    detectors: [...builtInDetectors, ...detectors],
    canAskGit: repository => gitHosts?.has(repository) ?? false,
    severityOf: (finding, environment) =>
      severityOf(finding, environment, { environments, rules: severity }),
  };
}
