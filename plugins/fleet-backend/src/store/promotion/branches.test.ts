import {
  readOverlay,
  type Overlay,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { databaseNames, useDatabases } from '../__testUtils__/databases';
import { FleetFixture } from '../__testUtils__/FleetFixture';
import { readBranches, writeBranch } from './branches';

const place = {
  repository: 'https://git.example.org/platform/fleet',
  branch: 'main',
};
const folder = (application: string) => ({
  path: `apps/${application}/overlays/staging`,
  application,
  environment: 'staging',
});
const folders = ['bookings', 'payments'].map(folder);
const committed = '2026-01-02T00:00:00.000Z';

function overlayOf(path: string, version: string): Overlay {
  return readOverlay(
    {
      [`${path}/kustomization.yaml`]: 'resources: [app.yaml]\n',
      [`${path}/app.yaml`]: `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: app }\nspec: { template: { spec: { containers: [{ name: app, image: 'ghcr.io/acme/app:${version}' }] } } }\n`,
    },
    path,
  );
}

describe.each(databaseNames)('what a branch says, in %s', name => {
  const databases = useDatabases();

  it('is there since it was read, also where a wide change takes several turns', async () => {
    const { database } = await FleetFixture.create(
      await databases.create(name),
    );
    const write = (
      applications: string[],
      version: string,
      more: { complete: boolean; at: string },
    ) =>
      writeBranch(
        database,
        place,
        {
          head: version,
          complete: more.complete,
          folders,
          read: applications.map(folder).map(read => ({
            ...read,
            inputs: { reader: '1', files: {} },
            overlay: overlayOf(read.path, version),
            proofs: {},
            last: { revision: version, at: committed },
          })),
        },
        new Date(more.at),
      );
    const since = () =>
      database('promotion_overlays').orderBy('path').pluck('content_since');

    const read = '2026-11-18T12:00:00.000Z';
    await write(['bookings'], '1.5.0', { complete: false, at: read });
    // What no overlay is read of yet would come and go with each sweep.
    expect(
      await database('promotion_applications').pluck('application'),
    ).toEqual(['bookings']);
    await write(['payments'], '1.5.0', { complete: true, at: read });
    expect(await since()).toEqual([committed, committed]);

    const first = '2026-11-18T12:01:00.000Z';
    await write(['bookings'], '1.6.0', { complete: false, at: first });
    const [{ complete }] = await readBranches(database, place.repository);
    expect(complete).toBe(false);
    const second = '2026-11-18T12:02:00.000Z';
    await write(['payments'], '1.6.0', { complete: true, at: second });
    expect(await since()).toEqual([first, second]);
  });
});
