import { filesOfOverlay } from '@fleetcommander/backstage-plugin-fleet-node';
import { GitStage } from '../../claims/__testUtils__/GitStage';
import { bookingsFiles } from '../__fixtures__/bookings';
import { readerAt, type ReadableHost } from './readerAt';

describe('readerAt', () => {
  it('reads an overlay whole, whether or not the host lists the whole tree', async () => {
    const stage = await GitStage.start(bookingsFiles);
    const { host, repository } = stage.hosts.find(stage.config.url);
    // A repository of a hundred thousand files, of which none of ours is among those that are listed.
    const cut: ReadableHost = {
      listTree: async () => ({ files: [], complete: false }),
      listFolder: host.listFolder.bind(host),
      readBlob: host.readBlob.bind(host),
      readFiles: host.readFiles.bind(host),
    };
    const read = async (of: ReadableHost) =>
      filesOfOverlay(
        'apps/bookings/overlays/production/us-east-1',
        await readerAt({ host: of, repository }, 'main'),
      );
    try {
      const whole = await read(host);
      expect(Object.keys(whole.files).length).toBeGreaterThan(2);
      expect(await read(cut)).toEqual(whole);
    } finally {
      await stage.host.stop();
    }
  });
});
