import type { EnvironmentOf } from '../store/FleetPollStore';
import type { EnvironmentConfig, FleetConfig } from './config/FleetConfig';
import { globToRegExp } from './globToRegExp';

const environmentLabels = [
  'fleetcommander.io/environment',
  'environment',
  'env',
];
const regionLabels = [
  'fleetcommander.io/region',
  'region',
  'topology.kubernetes.io/region',
];
const providerLabels = ['fleetcommander.io/provider', 'provider'];

/** Tells a cluster's environment by its labels, else by its name; its region and provider by its labels. */
export function environmentOf(fleet: FleetConfig): EnvironmentOf {
  const matchers = fleet.environments.map(environment => ({
    ...environment,
    names: environment.matchNames.map(globToRegExp),
  }));
  return ({ name, labels }) => ({
    environment: (
      matchers.find(environment => matchesLabels(environment, labels)) ??
      matchers.find(environment =>
        environment.names.some(pattern => pattern.test(name)),
      )
    )?.name,
    region: firstOf(labels, regionLabels),
    provider: firstOf(labels, providerLabels),
  });
}

function matchesLabels(
  environment: EnvironmentConfig,
  labels: Record<string, string>,
): boolean {
  if (environment.matchLabels) {
    const wanted = Object.entries(environment.matchLabels);
    return (
      wanted.length > 0 &&
      wanted.every(([key, values]) => values.includes(labels[key]))
    );
  }
  const word = firstOf(labels, environmentLabels);
  return word !== undefined && environment.words.includes(word.toLowerCase());
}

function firstOf(
  labels: Record<string, string>,
  keys: readonly string[],
): string | undefined {
  return keys.map(key => labels[key]).find(Boolean);
}
