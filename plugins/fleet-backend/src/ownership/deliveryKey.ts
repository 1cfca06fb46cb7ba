import { parseEntityRef } from '@backstage/catalog-model';
import {
  ANNOTATION_DELIVERY_KEY,
  type Application,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { ApplicationRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import { boundedText } from './boundedText';
import { withoutPlace, type Place } from './withoutPlace';

/** What of an application its delivery key is made of. */
export type Deliverable = Pick<
  ApplicationRecord,
  | 'kind'
  | 'namespace'
  | 'name'
  | 'proofs'
  | 'applicationSet'
  | 'managedBy'
  | 'sources'
>;

/** What makes two applications on two clusters the same thing. */
export interface DeliveryKey {
  key: string;
  basis: Application['deliveryKeyBasis'];
  /** What people call it: its name without the place. */
  title: string;
}

/**
 * Finds the delivery key of an application, by the first of these that it has:
 *
 * 1. the annotation `fleetcommander.io/delivery-key`;
 * 2. one proven entity: its ref, followed by the application's name without its place where that is not the entity's own name, so
 *    that a `web` and a `web-cache` of one entity stay two. An application that one of the same name manages adds its kind: a
 *    Kustomization `web` that applies a HelmRelease `web` are two;
 * 3. an ApplicationSet, followed by the application's name without its place;
 * 4. the URL and path or chart of its source without the place, followed by its name without its place where the path does not
 *    contain that: one chart makes many things;
 * 5. itself.
 *
 * Each is a function of this application alone, so that a change elsewhere in the fleet never changes it.
 */
export function deliveryKey(
  application: Deliverable,
  options: KeyOptions,
): DeliveryKey {
  const { key, basis, title } = firstKey(application, options);
  return { key: boundedText(key), basis, title: boundedText(title) };
}

interface KeyOptions {
  id: string;
  entityRef?: string;
  sourceUrl?: string;
  place: Place;
}

function firstKey(application: Deliverable, options: KeyOptions): DeliveryKey {
  const { id, entityRef, sourceUrl, place } = options;
  const title = withoutPlace(application.name, place);
  const annotated = application.proofs?.[ANNOTATION_DELIVERY_KEY];
  if (annotated) {
    return { key: annotated, basis: 'annotation', title: annotated };
  }
  if (entityRef) {
    const key = [
      entityRef,
      ...(title === parseEntityRef(entityRef).name ? [] : [title]),
      ...(isManagedByNamesake(application) ? [application.kind] : []),
    ].join('/');
    return { key, basis: 'entity', title };
  }
  if (application.applicationSet) {
    const key = `applicationset:${application.namespace}/${application.applicationSet}/${title}`;
    return { key, basis: 'applicationset', title };
  }
  const source = sourceKey(application, { sourceUrl, place, title });
  return source
    ? { key: source, basis: 'source', title }
    : { key: `itself:${id}`, basis: 'itself', title: application.name };
}

function isManagedByNamesake({ managedBy, name }: Deliverable): boolean {
  return managedBy?.split('/').at(-1) === name;
}

function sourceKey(
  application: Deliverable,
  options: { sourceUrl?: string; place: Place; title: string },
): string | undefined {
  const { sourceUrl, place, title } = options;
  const source =
    application.sources.find(({ path, chart }) => path ?? chart) ??
    application.sources[0];
  const url = source?.url ?? sourceUrl;
  if (!url) {
    return undefined;
  }
  const where = withoutPlace(
    url.replace(/^\w+:\/\/([^/@]*@)?/, '').replace(/(\.git)?\/*$/, ''),
    place,
  );
  const what = source.chart ?? withoutPlace(segmentsOf(source.path), place);
  const named = !source.chart && what.split('/').includes(title);
  return `source:${where}//${what}${named ? '' : `#${title}`}`;
}

function segmentsOf(path = ''): string {
  return path
    .split('/')
    .filter(segment => segment && segment !== '.')
    .join('/');
}
