import type { Config } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';

/** What runs on a Git host, as the `integrations` of the config call it, by host. */
export type GitHosts = ReadonlyMap<string, string>;

/** The Git hosts that the portal is configured with. */
export function gitHostsOf(config: Config): GitHosts {
  return new Map(
    ScmIntegrations.fromConfig(config)
      .list()
      .map(({ title, type }) => [title, type]),
  );
}
