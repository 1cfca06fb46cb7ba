import type { Config } from '@backstage/config';
import type { ClusterProblem } from '@fleetcommander/backstage-plugin-fleet-node';
import type { FleetConfig } from './FleetConfig';
import { fleetSchema } from './fleetSchema';
import { nearest } from './nearest';
import { parseTolerantly } from './parseTolerantly';

/** Engines of the suite, those that other packages add included. */
const suiteEngines = [
  'kubernetes',
  'flux',
  'argocd',
  'crossplane',
  'kyverno',
  'gatekeeper',
  'flagger',
  'external-secrets',
  'cert-manager',
  'tekton',
];

/** Reads the `fleet` section. Never throws: a key that is wrong is a problem, and its default holds. */
export function readFleetConfig(
  config: Config,
  options: { engines: readonly string[] },
): { fleet: FleetConfig; problems: ClusterProblem[] } {
  const { parsed, problems } = parseTolerantly({
    schema: fleetSchema,
    value: config.getOptional('fleet') ?? {},
    key: 'fleet',
  });
  const fleet = parsed ?? fleetSchema.parse({});
  const engines = [...new Set([...suiteEngines, ...options.engines])];
  for (const name of Object.keys(fleet.engines)) {
    if (!engines.includes(name)) {
      const guess = nearest(name, engines);
      problems.push({
        key: `fleet.engines.${name}`,
        message: guess
          ? `there is no such engine; did you mean ${guess}?`
          : `there is no such engine; there are ${engines.join(', ')}`,
      });
    }
  }
  problems.push(...unknownEnvironments(fleet));
  return { fleet, problems };
}

/** A baseline of an environment that there is not demands nothing of any cluster. */
function unknownEnvironments(fleet: FleetConfig): ClusterProblem[] {
  const known = fleet.environments.map(({ name }) => name);
  return fleet.policy.baselines.flatMap(({ environments = [] }, index) =>
    environments
      .filter(name => !known.includes(name))
      .map(name => ({
        key: `fleet.policy.baselines[${index}].environments`,
        message: `there is no environment '${name}'; fleet.environments has ${known.join(
          ', ',
        )}`,
      })),
  );
}
