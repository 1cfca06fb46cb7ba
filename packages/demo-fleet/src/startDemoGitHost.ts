import { GitHost } from './githost/GitHost';
import { planClusters } from './world/plans';
import { fleetFiles } from './world/repository/fleetFiles';
import { fleetHistory } from './world/repository/fleetHistory';
import { validatePushes } from './world/repository/validatePushes';

/** The repository that the demo's fleet lies in. */
export const fleetRepositoryName = 'platform/fleet';

/** @public */
export interface DemoGitHostOptions {
  /** 0 takes any that is free. */
  port: number;
  /** Of the fleet that is described in it. */
  spokes: number;
  /** Of `fleet-bot`, who opens the pull requests of whoever has no token of their own. */
  token: string;
  /** Who is told of pushes and pull requests. */
  webhook?: { url: string; secret: string };
}

/**
 * A Git host with the repository of a fleet, and people who review what is proposed to it: main takes a pull request that
 * somebody else has approved.
 *
 * @public
 */
export async function startDemoGitHost(
  options: DemoGitHostOptions,
): Promise<GitHost> {
  const { port, spokes, token, webhook } = options;
  const host = await GitHost.create({
    port,
    people: [
      { login: 'ada', name: 'Ada' },
      { login: 'grace', name: 'Grace' },
      { login: 'fleet-bot', name: 'Fleet Commander', token },
    ],
    teams: {
      'platform/travel': ['ada', 'grace'],
      'platform/sre': ['grace'],
    },
    repositories: {},
  });
  await host.start();
  const url = `${host.url}/${fleetRepositoryName}.git`;
  const files = await fleetFiles(planClusters(spokes), url);
  await host.addRepository(fleetRepositoryName, {
    description: 'Every cluster of the fleet, and what runs on it',
    past: fleetHistory(files, new Date()),
    isPublic: true,
    deletesMergedBranches: true,
    protections: { main: { approvals: 1, isRuleset: true } },
    webhooks: webhook && [
      {
        ...webhook,
        events: ['push', 'pull_request', 'pull_request_review'],
      },
    ],
  });
  await validatePushes(host, fleetRepositoryName);
  return host;
}
