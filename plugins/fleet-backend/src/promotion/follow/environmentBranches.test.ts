import { pipelineSchema } from '../../clusters/config/pipelineSchema';
import {
  databaseNames,
  useDatabases,
} from '../../store/__testUtils__/databases';
import { everything } from '../../store/__testUtils__/FleetFixture';
import { bookingsFiles } from '../__fixtures__/bookings';
import { followFleet, type FollowedFleet } from '../__testUtils__/followFleet';

const name = 'platform/fleet';
const folder = 'apps/bookings';
const file = `${folder}/kustomization.yaml`;
const imageAt = (tag: string) => ({
  [`${folder}/deployment.yaml`]:
    bookingsFiles['apps/bookings/base/deployment.yaml'],
  [file]: `resources: [deployment.yaml]\nimages:\n  - name: bookings\n    newName: ghcr.io/acme/bookings\n    newTag: '${tag}'\n`,
});

describe.each(databaseNames)(
  'promotions between branches of environments on %s',
  databaseName => {
    const databases = useDatabases();
    let followed: FollowedFleet;

    beforeEach(async () => {
      followed = await followFleet(await databases.create(databaseName), {
        files: { 'README.md': '# Fleet\n' },
        layout: { overlay: 'apps/{app}', branch: '{environment}' },
        pipeline: pipelineSchema.parse({
          name: 'standard',
          stages: [{ environment: 'staging' }, { environment: 'production' }],
        }),
      });
      const { git, run } = followed;
      for (const [branch, tag] of [
        ['staging', '1.5.0'],
        ['production', '1.4.2'],
      ]) {
        await git.host.commit(name, {
          branch,
          message: `Begin ${branch}`,
          files: imageAt(tag),
        });
      }
      await run('stg', folder, '1.5.0');
      await run('us', folder, '1.4.2');
      await run('eu', folder, '1.4.2');
    });
    afterEach(() => followed.git.host.stop());

    it('are followed from the one to the other until all clusters run it, and back', async () => {
      const { git, run, turn, promote, promotions, fleet, id } = followed;
      await turn();
      expect((await followed.pipeline())!.stages).toMatchObject([
        { version: '1.5.0', clusters: [{ cluster: 'stg', agrees: true }] },
        {
          version: '1.4.2',
          clusters: [
            { cluster: 'eu', agrees: true },
            { cluster: 'us', agrees: true },
          ],
        },
      ]);

      const number = await promote();
      const { pulls } = git.host.repository(name);
      expect(pulls.get(number)).toMatchObject({ base: 'production' });
      await turn();
      expect(await promotions()).toMatchObject([
        {
          from: 'staging',
          to: 'production',
          state: 'ready',
          moves: [{ summary: 'image bookings 1.4.2 → 1.5.0' }],
          waves: [{ clusters: [{ cluster: 'eu' }, { cluster: 'us' }] }],
        },
      ]);
      await git.merge(number);
      await turn();
      await run('us', folder, '1.5.0');
      await turn();
      expect(await promotions()).toMatchObject([
        {
          state: 'rolling-out',
          summary: '1 of 2 clusters run it; eu: does not run 1.5.0 yet',
        },
      ]);
      await run('eu', folder, '1.5.0');
      await turn();
      expect(await promotions()).toMatchObject([
        { state: 'done', version: '1.5.0' },
      ]);

      const back = await promote('rollback');
      expect(pulls.get(back)).toMatchObject({ base: 'production' });
      await git.merge(back);
      await run('us', folder, '1.4.2');
      await run('eu', folder, '1.4.2');
      await turn();
      expect((await promotions())[1]).toMatchObject({
        action: 'rollback',
        state: 'done',
        version: '1.4.2',
      });

      // The folder is that of both stages: what somebody may not promote of the one does not keep them from the other.
      const ofStaging = {
        ...everything,
        applications: { field: 'environment' as const, values: ['staging'] },
      };
      const covers = (stage: string) =>
        fleet.store.promotions.coversStage(
          { pipelineId: id, stage },
          ofStaging,
        );
      expect(await covers('staging')).toBe(true);
      expect(await covers('production')).toBe(false);
    });
  },
);
