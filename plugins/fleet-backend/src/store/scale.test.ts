import { entityDirectoryOf } from '../ownership/entityDirectoryOf';
import { databaseNames, useDatabases } from './__testUtils__/databases';
import { everything, FleetFixture } from './__testUtils__/FleetFixture';
import { cluster, deployment, kustomization } from './__fixtures__/records';

const clusters = 1_050;
const workloads = 6_000;

/** Statements, and expressions in them, may only be so large: what the databases refuse would show here. */
describe.each(databaseNames)('a large fleet in %s', name => {
  const databases = useDatabases();

  it('is written, resolved and asked for', async () => {
    const fleet = await FleetFixture.create(await databases.create(name));
    const { store } = fleet;
    const definitions = Array.from({ length: clusters }, (_, i) =>
      cluster(`c-${i}`, {
        labels: { environment: i % 2 === 0 ? 'staging' : 'production' },
      }),
    );
    await fleet.syncClusters(definitions);
    const proofs = { 'backstage.io/kubernetes-id': 'web' };
    await fleet.lease('c-0');
    for (let start = 0; start < clusters; start += 50) {
      await Promise.all(
        definitions
          .slice(start, start + 50)
          .map(({ name: spoke }) =>
            fleet.poll(spoke, [
              kustomization({ state: 'failing' }),
              deployment({ proofs }),
            ]),
          ),
      );
    }
    await fleet.write('c-0', {
      collections: [
        fleet.collection(
          Array.from({ length: workloads }, (_, i) =>
            deployment({ name: `web-${i}`, proofs }),
          ),
          { listing: { id: 'all', complete: true } },
        ),
      ],
    });
    const { changed } = await store.setDirectory(
      entityDirectoryOf([
        {
          entityRef: 'component:default/web',
          kubernetesId: 'web',
          ownerRefs: ['group:default/pay'],
        },
      ]),
    );
    expect(changed).toBe(clusters + clusters - 1 + workloads);

    const view = await store.getEntity({
      entityRef: 'component:default/web',
      members: Array.from(
        { length: 2_000 },
        (_, i) => `component:default/${i}`,
      ),
      narrowing: {},
      access: everything,
    });
    expect(view.applications).toHaveLength(clusters);
    expect(view.workloads).toHaveLength(clusters - 1 + workloads);
    expect(view.clusters).toHaveLength(clusters);

    const matrix = await store.getMatrix({
      access: everything,
      columnOffset: 500,
      columnLimit: 500,
    });
    expect(matrix).toMatchObject({ totalColumns: clusters, totalItems: 1 });
    expect(matrix.items[0].cells).toHaveLength(500);

    const { attention } = await store.getSummary({ access: everything });
    expect(attention).toMatchObject([
      { title: 'web', total: clusters, ownerRef: 'group:default/pay' },
    ]);
    expect(
      (await store.listClusters({ access: everything, limit: 500 })).items,
    ).toHaveLength(500);

    await fleet.syncClusters([]);
    expect(await store.listApplications({ access: everything })).toMatchObject({
      totalItems: 0,
    });
  }, 180_000);
});
