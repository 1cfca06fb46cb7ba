import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { callerOf } from '../caller/callerOf';
import { listClusterClaims } from '../clusters/listClusterClaims';
import { planWaves } from '../clusters/planWaves';
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
          upgrade.state === 'running' &&
          upgrade.version === version &&
          isSame(
            upgrade.waves.map(({ clusters }) =>
              clusters.map(({ claimId }) => claimId),
            ),
            waves.map(({ claims }) => claims),
          ),
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

function isSame(one: string[][], other: string[][]): boolean {
  const plain = (waves: string[][]) =>
    JSON.stringify(waves.map(claims => [...claims].sort()));
  return plain(one) === plain(other);
}
