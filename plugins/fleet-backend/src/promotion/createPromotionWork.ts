import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  Gate,
  GitHosts,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { FleetStore } from '../store/FleetStore';
import { RequesterLogins } from './facts/RequesterLogins';
import { RequestFacts } from './facts/RequestFacts';
import { NextOpener } from './follow/NextOpener';
import { PromotionFollower } from './follow/PromotionFollower';
import { GitPlanner } from './plan/GitPlanner';
import { VersionLinks } from './plan/VersionLinks';
import type { Planner } from './Planner';
import { PromotionJudge } from './status/PromotionJudge';
import { StageGates } from './status/StageGates';

/** Those who follow promotions, plan them, judge their gates and open what comes next. */
export interface PromotionWork {
  follower: PromotionFollower;
  planner: Planner;
  links: VersionLinks;
  judge: PromotionJudge;
  opener: NextOpener;
  logins: RequesterLogins;
}

export function createPromotionWork(options: {
  auth: AuthService;
  catalog: CatalogService;
  config: Config;
  hosts: GitHosts;
  gates: ReadonlyMap<string, Gate>;
  logger: LoggerService;
  store: FleetStore;
  promotion: {
    /** By entity ref in lower case. */
    logins: Readonly<Record<string, string>>;
    statusContext: string;
  };
}): PromotionWork {
  const { logins, statusContext } = options.promotion;
  const shared = {
    ...options,
    statusContext,
    appUrl: options.config
      .getOptionalString('app.baseUrl')
      ?.replace(/\/+$/, ''),
  };
  const requesters = new RequesterLogins({ ...shared, configured: logins });
  const requests = new RequestFacts({ ...shared, logins: requesters });
  const stageGates = new StageGates({ ...shared, requests });
  const links = new VersionLinks(shared);
  const planner = new GitPlanner({ ...shared, stageGates, links });
  return {
    logins: requesters,
    follower: new PromotionFollower({
      ...shared,
      store: options.store.promotions,
      logins: requesters,
    }),
    planner,
    links,
    judge: new PromotionJudge({ ...shared, requests, stageGates }),
    opener: new NextOpener({
      ...shared,
      store: options.store.promotions,
      planner,
    }),
  };
}
