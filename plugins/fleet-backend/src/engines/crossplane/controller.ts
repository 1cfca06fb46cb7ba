import type { EngineKind } from '@fleetcommander/backstage-plugin-fleet-node';
import { containerImages } from '../containerImages';
import { fieldsOf, textOf } from '../fields';
import { imageVersion } from '../imageVersion';
import { deployment } from '../kubernetes/deployment';
import { recordOf } from '../recordOf';
import { definition } from './definition';

/** Crossplane's own Deployment, which alone tells its version. */
export const controller: EngineKind = {
  group: deployment.group,
  kind: deployment.kind,
  plural: deployment.plural,
  versions: deployment.versions,
  fieldSelector: 'metadata.name=crossplane',
  besideGroup: definition.group,
  pace: 'relaxed',
  project(object, context) {
    const [workload] = deployment.project(object, context);
    const labels = fieldsOf(object.metadata.labels);
    const [container] = containerImages(fieldsOf(object.spec).template);
    return [
      {
        type: 'engine',
        ...recordOf('crossplane', object, context, workload),
        // The chart's label has it without the v that releases begin with.
        version:
          textOf(labels['app.kubernetes.io/version'])?.replace(
            /^(?=\d)/,
            'v',
          ) ??
          (container && imageVersion(container.image)),
      },
    ];
  },
};
