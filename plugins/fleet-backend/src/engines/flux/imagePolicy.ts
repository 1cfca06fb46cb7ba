import type { EngineKind } from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, nameOf, textOf } from '../fields';
import { recordOf } from '../recordOf';
import { fluxHealth } from './fluxHealth';

/**
 * What automation would write next. Source of the facts: `api/v1` of fluxcd/image-reflector-controller; `latestImage` is what older
 * versions have in place of `latestRef`.
 */
export const imagePolicy: EngineKind = {
  group: 'image.toolkit.fluxcd.io',
  kind: 'ImagePolicy',
  plural: 'imagepolicies',
  versions: ['v1', 'v1beta2', 'v1beta1'],
  pace: 'populated',
  project(object, context) {
    const status = fieldsOf(object.status);
    const { name, tag, digest } = fieldsOf(status.latestRef);
    const [, image, latest] =
      /^(.+):([^:/]+)$/.exec(textOf(status.latestImage) ?? '') ?? [];
    return [
      {
        type: 'image-policy',
        ...recordOf(
          'flux',
          object,
          context,
          fluxHealth(object, { healthy: 'has chosen a tag' }),
        ),
        image: textOf(name) ?? image,
        latest: nameOf(tag) ?? latest,
        digest: nameOf(digest),
      },
    ];
  },
};
