import {
  filesOfOverlay,
  readOverlay,
  type Overlay,
  type OverlayFiles,
  type OverlayReader,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { KnownOverlay } from '../PipelineBasis';

/** An overlay of a stage, as Git has it now. */
export interface FreshOverlay extends Pick<KnownOverlay, 'path' | 'region'> {
  files: OverlayFiles;
  overlay: Overlay;
  /** Whether none of its files was left out. */
  complete: boolean;
}

/** Reads overlays anew; each file of what they share is asked for once. */
export async function readFresh(
  overlays: readonly Pick<KnownOverlay, 'path' | 'region'>[],
  reader: OverlayReader,
): Promise<FreshOverlay[]> {
  const once = rememberFiles(reader);
  return Promise.all(
    overlays.map(async ({ path, region }) => {
      const { files, complete } = await filesOfOverlay(path, once);
      return {
        path,
        region,
        files,
        overlay: readOverlay(files, path),
        complete,
      };
    }),
  );
}

function rememberFiles(reader: OverlayReader): OverlayReader {
  const files = new Map<string, Promise<string | undefined>>();
  return {
    readFile(path) {
      const asked = files.get(path) ?? reader.readFile(path);
      files.set(path, asked);
      return asked;
    },
    listFolder: path => reader.listFolder(path),
  };
}
