import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  ownerKey,
  type ApplicationRecord,
  type CanaryRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';
import { GitStage } from '../../claims/__testUtils__/GitStage';
import { PullRequestFollower } from '../../claims/git/PullRequestFollower';
import type { RepositoryConfig } from '../../clusters/config/FleetConfig';
import {
  pipelineSchema,
  type PipelineConfig,
} from '../../clusters/config/pipelineSchema';
import {
  canary,
  cluster,
  deployment,
  kustomization,
} from '../../store/__fixtures__/records';
import {
  everything,
  FleetFixture,
} from '../../store/__testUtils__/FleetFixture';
import { bookingsFiles } from '../__fixtures__/bookings';
import { NextOpener } from '../follow/NextOpener';
import { PromotionFollower } from '../follow/PromotionFollower';
import { OverlayReader } from '../git/OverlayReader';
import { pipelineId } from '../pipelineId';
import { GitPlanner } from '../plan/GitPlanner';

const environments = ['development', 'staging', 'production'].map(word => ({
  name: word,
  directory: word,
  words: [word],
}));

const standard = pipelineSchema.parse({
  name: 'standard',
  stages: [
    { environment: 'staging' },
    {
      environment: 'production',
      waves: [{ regions: ['us-east-1'] }, { regions: ['eu-west-1'] }],
      gates: ['approvals'],
      onFailure: 'open',
    },
  ],
});

/** Who asks for what is promoted here. */
import { loginsOf } from './loginsOf';

export const requester = 'user:default/ada';

/** What follows the promotions of an application from a Git host to its clusters, in turns that a test takes. */
export type FollowedFleet = Awaited<ReturnType<typeof followFleet>>;

/** Follows the bookings in two waves, or other files in another layout. */
export async function followFleet(
  database: Knex,
  options: {
    files?: Record<string, string>;
    layout?: Partial<RepositoryConfig['layout']>;
    pipeline?: PipelineConfig;
    /** Users of the catalog. */
    users?: Entity[];
  } = {},
) {
  const git = await GitStage.start(options.files ?? bookingsFiles);
  const config: RepositoryConfig = {
    ...git.config,
    layout: {
      ...git.config.layout,
      overlay: 'apps/{app}/overlays/{environment}',
      ...options.layout,
    },
  };
  const id = pipelineId(config.url, 'bookings');
  const rules = {
    pipelines: [options.pipeline ?? standard],
    environments,
    repositories: [config],
    freezesPath: 'freezes.yaml',
    stuckAfterMs: 24 * 60 * 60_000,
  };
  const fleet = await FleetFixture.create(database, { promotion: rules });
  fleet.now = new Date();
  await fleet.syncClusters([
    cluster('stg', { labels: { environment: 'staging' } }),
    cluster('us', {
      labels: { environment: 'production', region: 'us-east-1' },
    }),
    cluster('eu', {
      labels: { environment: 'production', region: 'eu-west-1' },
    }),
  ]);
  const { hosts } = git;
  const store = fleet.store.promotions;
  const logger = mockServices.logger.mock();
  const logins = loginsOf(options.users);
  const requests = new PullRequestFollower({
    repositories: [config],
    hosts,
    store: fleet.store.claims,
    logins,
  });
  const overlays = new OverlayReader({
    rules,
    hosts,
    store,
    logins,
    proofKeys: [],
  });
  const follower = new PromotionFollower({ store, hosts, logins, logger });
  const planner = new GitPlanner({
    store: fleet.store,
    hosts,
    stageGates: {
      judge: async () => ({ gates: [], enforcement: 'not-required' }),
    },
    links: { add: async (_mover, moves) => [...moves] },
    statusContext: 'fleet/gates',
    appUrl: 'https://portal.example.org',
  });
  const opener = new NextOpener({ store, hosts, planner, logger });

  return {
    git,
    config,
    fleet,
    planner,
    id,

    async turn() {
      fleet.now = new Date();
      await requests.turn(fleet.now);
      await overlays.turn(fleet.now);
      await follower.turn();
      await opener.turn();
    },

    /** What a cluster applies and runs. */
    async run(
      place: string,
      folder: string,
      version: string,
      more: {
        application?: Partial<ApplicationRecord>;
        canary?: Partial<CanaryRecord>;
      } = {},
    ) {
      const owner = ownerKey({
        kind: 'Kustomization',
        namespace: 'flux-system',
        name: 'bookings',
      });
      await fleet.poll(place, [
        kustomization({
          name: 'bookings',
          sources: [
            { type: 'git', url: `${config.url}.git`, path: `./${folder}` },
          ],
          sourceRef: undefined,
          since: '2026-01-01T00:00:00.000Z',
          ...more.application,
        }),
        deployment({
          name: 'bookings',
          namespace: 'travel',
          ownerKey: owner,
          images: [
            { container: 'app', image: `ghcr.io/acme/bookings:${version}` },
          ],
          version,
        }),
        ...(more.canary
          ? [
              canary({
                name: 'bookings',
                namespace: 'travel',
                ownerKey: owner,
                ...more.canary,
              }),
            ]
          : []),
      ]);
    },

    pipeline: (access = everything) =>
      store.getPipeline(id, access, everything),

    async production() {
      const found = await store.getPipeline(id, everything, everything);
      return found!.stages[1];
    },

    async promotions() {
      const { items } = await store.listPromotions({
        access: everything,
        orderField: { field: 'createdAt', order: 'asc' },
      });
      return items;
    },

    /** As the action does. */
    async promote(
      action: 'promote' | 'rollback' = 'promote',
      more: { base?: string; token?: string } = {},
    ) {
      const { token, ...change } = more;
      const plan = await planner.plan({
        pipelineId: id,
        action,
        stage: 'production',
        requester,
      });
      expect(plan.nothing).toBeUndefined();
      const { host, repository } = hosts.find(config.url, { token });
      const { pullRequest } = await host.propose(repository, {
        ...plan,
        ...change,
      });
      return pullRequest.number;
    },

    async merge(number: number) {
      await git.approve(number);
      await git.merge(number);
    },
  };
}
