import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_APPLICATIONS,
  ANNOTATION_CLUSTERS,
  ANNOTATION_NAMESPACES,
  ARGOCD_APP_NAME,
  ARGOCD_APP_NAMESPACE,
  ARGOCD_APP_SELECTOR,
  ARGOCD_PROJECT_NAME,
  KUBERNETES_LABEL_SELECTOR,
  KUBERNETES_NAMESPACE,
  type EntityView,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { EntityNarrowing } from '../../store/FleetQueryStore';
import { annotationList } from './annotationList';
import { parseLabelSelector } from './parseLabelSelector';

type Problem = EntityView['problems'][number];

const lists: [
  Exclude<keyof EntityNarrowing, 'argocdLabels' | 'labels'>,
  string[],
][] = [
  ['clusters', [ANNOTATION_CLUSTERS]],
  ['namespaces', [ANNOTATION_NAMESPACES, KUBERNETES_NAMESPACE]],
  ['applications', [ANNOTATION_APPLICATIONS]],
  ['projects', [ARGOCD_PROJECT_NAME]],
  ['argocdNames', [ARGOCD_APP_NAME]],
  ['argocdNamespaces', [ARGOCD_APP_NAMESPACE]],
];

const selectors = [
  ['argocdLabels', ARGOCD_APP_SELECTOR],
  ['labels', KUBERNETES_LABEL_SELECTOR],
] as const;

const empty = 'It is empty: name something, or remove it.';

/** What the annotations of an entity narrow its tab to, and what is wrong with them. */
export function narrowingOf(entity: Entity): {
  narrowing: EntityNarrowing;
  problems: Problem[];
} {
  const annotations = entity.metadata.annotations ?? {};
  const narrowing: EntityNarrowing = {};
  const problems: Problem[] = [];
  for (const [field, keys] of lists) {
    const key = keys.find(candidate => candidate in annotations);
    if (key) {
      const values = annotationList(entity, key);
      if (values.length > 0) {
        narrowing[field] = values;
      } else {
        problems.push({ key, message: empty });
      }
    }
  }
  for (const [field, key] of selectors) {
    if (key in annotations) {
      try {
        narrowing[field] = parseLabelSelector(annotations[key]);
      } catch (error) {
        problems.push({
          key,
          message: annotations[key].trim() ? (error as Error).message : empty,
        });
      }
    }
  }
  if (ARGOCD_APP_NAME in annotations && ARGOCD_APP_SELECTOR in annotations) {
    delete narrowing.argocdLabels;
    problems.push({
      key: ARGOCD_APP_SELECTOR,
      message: `It contradicts ${ARGOCD_APP_NAME}, which is used: remove one of the two.`,
    });
  }
  return { narrowing, problems };
}
