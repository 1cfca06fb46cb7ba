import type {
  ClaimKind,
  ClaimOffers,
  ClusterList,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { FleetConfig } from '../../clusters/config/FleetConfig';
import { endOfLife } from './endOfLife';
import { minorsAhead, minorVersion } from './minorVersion';

/** What the config says of what people choose from. */
export interface OfferRules {
  offers: FleetConfig['claims']['offers'];
  environments: readonly { name: string; directory: string }[];
  repositories: FleetConfig['git']['repositories'];
}

/** What people choose from: what the config offers; where it says nothing, what the clusters that the caller sees have. */
export function claimOffers(
  { offers, environments, repositories }: OfferRules,
  kinds: readonly ClaimKind[],
  clusters: ClusterList['facets'],
  today: Date,
): ClaimOffers {
  const present = (facet: string) =>
    (clusters[facet] ?? []).map(({ value }) => value).filter(Boolean);
  const [repository] = repositories;
  return {
    environments: environments.map(({ name, directory }) => ({
      name,
      directory,
    })),
    providers: firstOf(
      offers.providers,
      distinct(offers.regions.flatMap(({ provider }) => provider ?? [])),
      present('provider'),
    ),
    regions: firstOf(
      offers.regions,
      present('region').map(name => ({ name })),
    ),
    versions: versionsOf(offers.versions, present('version'), today),
    instanceTypes: offers.instanceTypes,
    addons: offers.addons.map(({ name, title = name, description }) => ({
      name,
      title,
      description,
    })),
    clusterKind: kinds.find(({ makesClusters }) => makesClusters)?.id,
    repository: repository && {
      url: repository.url,
      path: repository.layout.claims,
    },
  };
}

function firstOf<T>(...choices: T[][]): T[] {
  return choices.find(choice => choice.length > 0) ?? [];
}

function versionsOf(
  offered: OfferRules['offers']['versions'],
  running: readonly string[],
  today: Date,
): ClaimOffers['versions'] {
  const versions = firstOf(
    offered,
    distinct(running.flatMap(text => minorVersion(text) ?? [])).map(
      (version): { version: string; endOfLife?: string } => ({ version }),
    ),
  );
  const day = today.toISOString().slice(0, 10);
  return versions
    .map(({ version, endOfLife: end = endOfLife(version) }) => ({
      version,
      endOfLife: end,
      supported: end === undefined || end >= day,
    }))
    .sort((left, right) => minorsAhead(left.version, right.version));
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
