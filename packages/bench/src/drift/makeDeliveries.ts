import { detectMissing, detectSkew, type DeliveryInput } from '../backend';
import type { Labelled } from './Labelled';
import { SeededRandom } from './SeededRandom';

const environments = ['development', 'staging', 'production'];

/** Versions by environment, one for each cluster; undefined where a cluster has it not. */
type Versions = Record<string, (string | undefined)[]>;

interface DeliveryScenario {
  name: string;
  kind: 'skew' | 'missing';
  /** On how many clusters. */
  drifts: number;
  /** Regions, in which the clusters of each environment lie one after the other. */
  regions?: string[];
  /** What it deploys runs where it is not. */
  runs?: boolean;
  versions(random: SeededRandom): Versions;
}

const scenarios: DeliveryScenario[] = [
  {
    name: 'one cluster runs another version',
    kind: 'skew',
    drifts: 1,
    versions: random => ({
      production: [...same(random, '1.2.0'), '1.1.0'],
    }),
  },
  {
    name: 'production ahead of staging',
    kind: 'skew',
    drifts: 1,
    versions: () => ({ staging: ['1.1.0', '1.1.0'], production: ['1.2.0'] }),
  },
  {
    name: 'promotion under way',
    kind: 'skew',
    drifts: 0,
    versions: random => ({
      development: same(random, '1.3.0'),
      staging: same(random, '1.2.0'),
      production: same(random, '1.10.0-rc.1').map(() => '1.1.9'),
    }),
  },
  {
    name: 'commits of a monorepo',
    kind: 'skew',
    drifts: 0,
    versions: random => ({
      production: same(random, '').map(
        () => `main@${(random.below(2 ** 27) + 2 ** 27).toString(16)}`,
      ),
    }),
  },
  {
    name: 'one cluster of many has it not',
    kind: 'missing',
    drifts: 1,
    versions: random => ({ production: [...same(random, '1.0'), undefined] }),
  },
  {
    name: 'left out by promotion',
    kind: 'missing',
    drifts: 1,
    versions: random => ({
      development: same(random, '1.0'),
      staging: [undefined],
      production: same(random, '1.0'),
    }),
  },
  {
    name: 'one region of three has it not, and had it before promotion',
    kind: 'missing',
    drifts: 1,
    regions: ['us', 'eu', 'ap'],
    versions: () => ({
      staging: ['1.0', '1.0', '1.0'],
      production: ['1.0', '1.0', undefined],
    }),
  },
  {
    name: 'a region does without',
    kind: 'missing',
    drifts: 0,
    regions: ['us', 'eu', 'ap', 'sa'],
    versions: () => ({
      staging: ['1.0', '1.0', '1.0', undefined],
      production: ['1.0', '1.0', '1.0', undefined],
    }),
  },
  {
    name: 'two clusters of three have it',
    kind: 'missing',
    drifts: 0,
    versions: () => ({ production: ['1.0', '1.0', undefined] }),
  },
  {
    name: 'deployed by another application',
    kind: 'missing',
    drifts: 0,
    runs: true,
    versions: random => ({ production: [...same(random, '1.0'), undefined] }),
  },
  {
    name: 'meant for some clusters only',
    kind: 'missing',
    drifts: 0,
    versions: random => ({
      production: same(random, '1.0').flatMap(version => [version, undefined]),
    }),
  },
  {
    name: 'not promoted so far',
    kind: 'missing',
    drifts: 0,
    versions: random => ({
      development: same(random, '1.0'),
      staging: [undefined, undefined],
      production: [undefined],
    }),
  },
];

/** Three clusters or more with a version. */
function same(random: SeededRandom, version: string): string[] {
  return Array.from({ length: 3 + random.below(6) }, () => version);
}

/** Lays versions out over clusters, and looks. */
export function makeDeliveries(times: number): Labelled[] {
  const random = new SeededRandom(3);
  return scenarios.flatMap(({ name, kind, drifts, versions, ...rest }) =>
    Array.from({ length: times }, () => {
      const input = inputOf(versions(random), rest);
      return {
        kind,
        scenario: name,
        expected: Array.from({ length: drifts }, () => ({ kind })),
        found: [...detectSkew(input), ...detectMissing(input)].map(
          ({ finding }) => ({ kind: finding.kind }),
        ),
      };
    }),
  );
}

function inputOf(
  versions: Versions,
  { regions = [], runs }: Pick<DeliveryScenario, 'regions' | 'runs'>,
): DeliveryInput {
  const placed = Object.entries(versions).flatMap(([environment, ofClusters]) =>
    ofClusters.map((version, index) => ({
      environment,
      region: regions[index],
      version,
      cluster: `${environment}-${index}`,
    })),
  );
  return {
    title: 'web',
    environments,
    clusters: placed.map(({ cluster, environment, region }) => ({
      name: cluster,
      environment,
      region,
      hub: false,
      engines: ['flux'],
      read: true,
    })),
    running: runs ? new Set(placed.map(({ cluster }) => cluster)) : undefined,
    applications: placed
      .filter(({ version }) => version !== undefined)
      .map(({ cluster, environment, version }) => ({
        id: cluster,
        cluster,
        environment,
        version,
        revision: version?.replace(
          /@(.*)/,
          (_, hash) => `@sha1:${hash.padEnd(40, '0')}`,
        ),
        state: 'healthy',
        suspended: false,
      })),
  };
}
