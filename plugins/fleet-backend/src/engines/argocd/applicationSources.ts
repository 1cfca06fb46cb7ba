import type { ApplicationSource } from '@fleetcommander/backstage-plugin-fleet-common';
import { fieldsOf, itemsOf, textOf, type Fields } from '../fields';

/**
 * The sources of an Application. One that Argo CD hydrates has two: `dry`, which people write, and `hydrated`, which it syncs from.
 */
export function applicationSources(
  spec: Fields,
  sync: Fields,
): ApplicationSource[] {
  if (spec.sourceHydrator !== undefined) {
    return hydratedSources(fieldsOf(spec.sourceHydrator), sync);
  }
  const several = itemsOf(spec.sources);
  if (several.length > 0) {
    const revisions = itemsOf(sync.revisions);
    return several.map((source, index) =>
      sourceOf(fieldsOf(source), textOf(revisions[index])),
    );
  }
  return spec.source === undefined
    ? []
    : [sourceOf(fieldsOf(spec.source), textOf(sync.revision))];
}

function sourceOf(
  source: Fields,
  revision: string | undefined,
): ApplicationSource {
  const url = textOf(source.repoURL);
  const chart = textOf(source.chart);
  return {
    type: typeOf(chart, url),
    name: textOf(source.name) ?? textOf(source.ref),
    url,
    path: textOf(source.path),
    chart,
    ref: textOf(source.targetRevision),
    revision,
  };
}

function typeOf(
  chart: string | undefined,
  url: string | undefined,
): ApplicationSource['type'] {
  if (chart) {
    return 'helm';
  }
  return url?.startsWith('oci://') ? 'oci' : 'git';
}

function hydratedSources(hydrator: Fields, sync: Fields): ApplicationSource[] {
  const dry = fieldsOf(hydrator.drySource);
  const synced = fieldsOf(hydrator.syncSource);
  return [
    { ...sourceOf(dry, undefined), name: 'dry' },
    {
      type: 'git',
      name: 'hydrated',
      url: textOf(dry.repoURL),
      path: textOf(synced.path),
      ref: textOf(synced.targetBranch),
      revision: textOf(sync.revision),
    },
  ];
}
