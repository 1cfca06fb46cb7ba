import type { EngineKind } from '@fleetcommander/backstage-plugin-fleet-node';
import { countOf, fieldsOf, itemsOf, textOf, type Fields } from '../fields';
import { recordOf, type Health } from '../recordOf';

/** What the Flux Operator says of Flux on its cluster; the report has it in `spec`. */
export const fluxReport: EngineKind = {
  group: 'fluxcd.controlplane.io',
  kind: 'FluxReport',
  plural: 'fluxreports',
  versions: ['v1'],
  pace: 'relaxed',
  project(object, context) {
    const spec = fieldsOf(object.spec);
    return [
      {
        type: 'engine',
        ...recordOf('flux', object, context, healthOf(spec)),
        version: textOf(fieldsOf(spec.distribution).version),
      },
    ];
  },
};

function healthOf(spec: Fields): Health {
  const components = itemsOf(spec.components).map(fieldsOf);
  if (components.length === 0) {
    return { state: 'unknown', summary: 'reports no component' };
  }
  const broken = components.find(component => component.ready !== true);
  if (broken) {
    return {
      state: 'failing',
      summary: `${textOf(broken.name) ?? 'a component'} is not ready`,
      message: textOf(broken.status),
    };
  }
  const sync = fieldsOf(spec.sync);
  if (sync.ready === false) {
    return {
      state: 'degraded',
      summary: 'its own source or Kustomization is not ready',
      message: textOf(sync.status),
    };
  }
  let failing = 0;
  for (const reconciler of itemsOf(spec.reconcilers)) {
    failing += countOf(fieldsOf(fieldsOf(reconciler).stats).failing);
  }
  return failing > 0
    ? { state: 'degraded', summary: `objects that fail: ${failing}` }
    : {
        state: 'healthy',
        summary: 'all components are ready',
      };
}
