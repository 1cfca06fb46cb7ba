import type { EngineKind } from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf } from '../fields';
import { engineObject } from './engineObject';
import { imagePolicy } from './imagePolicy';

const group = 'image.toolkit.fluxcd.io';
const versions = ['v1', 'v1beta2', 'v1beta1'];

/** The kinds that watch image registries and write new tags to Git. */
export const images: readonly EngineKind[] = [
  engineObject({
    group,
    kind: 'ImageRepository',
    plural: 'imagerepositories',
    versions,
    detailsOf: ({ spec, status }) => {
      const scan = fieldsOf(status.lastScanResult);
      return {
        image: spec.image,
        tags: scan.tagCount,
        scannedAt: scan.scanTime,
      };
    },
  }),
  imagePolicy,
  engineObject({
    group,
    kind: 'ImageUpdateAutomation',
    plural: 'imageupdateautomations',
    versions,
    detailsOf: ({ spec, status }) => ({
      source: fieldsOf(spec.sourceRef).name,
      lastRunAt: status.lastAutomationRunTime,
      lastPushAt: status.lastPushTime,
      lastPushCommit: status.lastPushCommit,
    }),
  }),
];
