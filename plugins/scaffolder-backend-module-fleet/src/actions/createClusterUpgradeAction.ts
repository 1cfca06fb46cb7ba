import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { ClusterUpgrade } from '@fleetcommander/backstage-plugin-fleet-common';
import { callerOf } from '../caller/callerOf';
import { listClusterClaims } from '../clusters/listClusterClaims';
import { planWaves, type UpgradeWave } from '../clusters/planWaves';
import type { FleetActionServices } from '../FleetActionServices';
import { examples } from './createClusterUpgradeAction.examples';

/** Upgrades the clusters of environments, one environment after the other. */
export function createClusterUpgradeAction(services: FleetActionServices) {
  const { client, portalUrl } = services;
  return createTemplateAction({
    id: 'fleet:cluster:upgrade',
    description:
      'Upgrades every cluster of some environments that a claim made, environment by environment: the fleet backend opens the pull requests of an environment when all clusters of the one before are well. One cluster is upgraded by fleet:claim:update.',
    supportsDryRun: true,
    examples,
    schema: {
      input: {
        version: z => z.string().describe('Of Kubernetes: 1.35.'),
        environments: z =>
          z
            .array(z.string().regex(/^[\w.-]{1,63}$/))
            .min(1)
            .max(20)
            .describe('In the order in which they are upgraded.'),
      },
      output: {
        upgradeId: z => z.string(),
        summary: z => z.string().describe('How it stands, in words.'),
        url: z => z.string().describe('Where to follow it.'),
      },
    },
    async handler(context) {
      const { version, environments } = context.input;
      if (new Set(environments).size < environments.length) {
        throw new InputError('environments: one of them is named twice');
      }
      const caller = await callerOf(context, services);
      const { waves, lines } = planWaves(
        await listClusterClaims(client, environments, caller),
        version,
        environments,
      );
      lines.forEach(line => context.logger.info(line));
      context.output('url', `${portalUrl}/fleet/provisioning`);
      if (context.isDryRun) {
        return;
      }
      const { items } = await client.claims.upgrades({}, caller);
      const running = items.find(
        upgrade =>
          ['running', 'failing'].includes(upgrade.state) &&
          upgrade.version === version &&
          isPartOf(waves, upgrade),
      );
      const { id, summary } =
        running ??
        (await context.checkpoint({
          key: 'upgrade',
          fn: async () => {
            const started = await client.claims.startUpgrade(
              { version, waves },
              caller,
            );
            return { id: started.id, summary: started.summary };
          },
        }));
      context.logger.info(
        `${running ? 'Under way already' : 'Started'}: ${summary}`,
      );
      context.output('upgradeId', id);
      context.output('summary', summary);
    },
  });
}

/** Clusters that are done have left what is wanted, and are in the upgrade still. */
function isPartOf(
  wanted: readonly UpgradeWave[],
  { waves }: ClusterUpgrade,
): boolean {
  const ids = new Set(
    waves.flatMap(({ clusters }) => clusters.map(({ claimId }) => claimId)),
  );
  return wanted.every(({ claims }) => claims.every(id => ids.has(id)));
}
