import type { EngineKind } from '@fleetcommander/backstage-plugin-fleet-node';
import { configExclusionsOf } from './exclusions';

/** What Gatekeeper as a whole leaves alone. {@link https://open-policy-agent.github.io/gatekeeper/website/docs/exempt-namespaces} */
export const config: EngineKind = {
  group: 'config.gatekeeper.sh',
  kind: 'Config',
  plural: 'configs',
  versions: ['v1alpha1'],
  pace: 'relaxed',
  project: configExclusionsOf,
};
