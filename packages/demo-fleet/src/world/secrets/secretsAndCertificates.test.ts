import { SimulatedCluster } from '../../apiserver/SimulatedCluster';
import { populatedClusters } from '../__fixtures__/populatedClusters';
import { createWorld, World } from '../createWorld';
import { Certificate } from '../certificates/certificateStatus';
import { Synced } from './secretStatus';

const now = new Date('2026-11-20T12:00:00Z');

let world: World;
let clusters: Map<string, SimulatedCluster>;

beforeEach(() => {
  jest.useFakeTimers({ now });
  world = createWorld({ spokes: 9, seed: 1 });
  clusters = populatedClusters(world);
  world.start(clusters, { speed: 1 });
});

afterEach(() => {
  world.stop();
  jest.useRealTimers();
});

function everywhere<T>(group: string, plural: string): Map<string, T> {
  return new Map(
    [...clusters].flatMap(([name, cluster]) =>
      cluster
        .list(group, plural)
        .map(object => [`${name}/${object.metadata.name}`, object as T]),
    ),
  );
}

function reasonOf({ status }: Synced | Certificate): string | undefined {
  return status?.conditions?.find(({ type }) => type === 'Ready')?.reason;
}

it('brings secrets again in time, but for one that is refused and one that is forgotten', () => {
  jest.advanceTimersByTime(20 * 60_000);
  const secrets = everywhere<Synced>('external-secrets.io', 'externalsecrets');
  const quarterAgo = Date.now() - 15 * 60_000 - 1000;
  const late = [...secrets].filter(
    ([, { status }]) => !(Date.parse(status?.refreshTime ?? '') >= quarterAgo),
  );
  expect(late.map(([place, secret]) => [place, reasonOf(secret)])).toEqual([
    ['staging-us-east-1/search-credentials', 'SecretSyncedError'],
    ['prod-us-east-1/cart-credentials', 'SecretSynced'],
  ]);
  expect(secrets.size).toBeGreaterThan(10);
});

it('has certificates of which one ends soon and one is over, and issues new ones', () => {
  const certificates = everywhere<Certificate>(
    'cert-manager.io',
    'certificates',
  );
  const inTwoWeeks = now.getTime() + 14 * 86_400_000;
  const ending = [...certificates].filter(
    ([, { status }]) => Date.parse(status!.notAfter!) < inTwoWeeks,
  );
  expect(
    ending.map(([place, certificate]) => [place, reasonOf(certificate)]),
  ).toEqual([
    ['staging-eu-west-1/storefront', 'Expired'],
    ['prod-ap-south-1/storefront', 'Ready'],
  ]);

  const cluster = clusters.get('prod-us-east-1')!;
  const asked = cluster.put(
    {
      apiVersion: 'cert-manager.io/v1',
      kind: 'Certificate',
      metadata: { name: 'new', namespace: 'shop' },
      spec: { secretName: 'new', dnsNames: ['new.example.org'] },
    },
    { manager: 'client' },
  );
  const ref = { group: 'cert-manager.io', plural: 'certificates' };
  const place = { ...ref, namespace: 'shop', name: 'new' };
  cluster.announceClientWrite(asked, place);
  jest.advanceTimersByTime(30_000);
  expect(reasonOf(cluster.get(place) as Certificate)).toBe('Ready');
});
