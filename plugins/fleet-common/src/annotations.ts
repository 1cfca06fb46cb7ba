/**
 * On an object of a cluster: the entity that it belongs to, as an entity ref. It comes from Git and therefore proves a link.
 * On an entity: nothing.
 *
 * @public
 */
export const ANNOTATION_ENTITY = 'fleetcommander.io/entity';

/** On an object: the delivery key, set by hand where the computed one is wrong. @public */
export const ANNOTATION_DELIVERY_KEY = 'fleetcommander.io/delivery-key';

/** On an entity: narrows its tab to these clusters, comma-separated. @public */
export const ANNOTATION_CLUSTERS = 'fleetcommander.io/clusters';

/** On an entity: narrows its tab to these namespaces, comma-separated. @public */
export const ANNOTATION_NAMESPACES = 'fleetcommander.io/namespaces';

/** On an entity: narrows its tab to applications of these names, comma-separated. @public */
export const ANNOTATION_APPLICATIONS = 'fleetcommander.io/applications';

/** On a `kubernetes-cluster` Resource that the suite emits: the cluster's name as the fleet knows it. @public */
export const ANNOTATION_CLUSTER_NAME = 'fleetcommander.io/cluster';

/** On a software template: the kind of claim that it orders, as `group/Kind`. @public */
export const ANNOTATION_CLAIM_KIND = 'fleetcommander.io/claim-kind';

/** On an entity: the pipeline of `fleet.promotion.pipelines` by which it is promoted, by name. @public */
export const ANNOTATION_PIPELINE = 'fleetcommander.io/pipeline';

/** On an entity (annotation) and on an object (label): Backstage's own link between the two. @public */
export const KUBERNETES_ID = 'backstage.io/kubernetes-id';

/** On an entity: Backstage's own narrowing by namespace. @public */
export const KUBERNETES_NAMESPACE = 'backstage.io/kubernetes-namespace';

/** On an entity: Backstage's own narrowing by label selector. @public */
export const KUBERNETES_LABEL_SELECTOR =
  'backstage.io/kubernetes-label-selector';

/** On an entity: narrows to one Argo CD Application; excludes {@link ARGOCD_APP_SELECTOR}. @public */
export const ARGOCD_APP_NAME = 'argocd/app-name';

/** On an entity: narrows to Argo CD Applications by label selector. @public */
export const ARGOCD_APP_SELECTOR = 'argocd/app-selector';

/** On an entity: narrows to Argo CD Applications of one namespace. @public */
export const ARGOCD_APP_NAMESPACE = 'argocd/app-namespace';

/** On an entity: narrows to Argo CD Applications of one AppProject. @public */
export const ARGOCD_PROJECT_NAME = 'argocd/project-name';

/** `spec.type` of a Resource that is a cluster. @public */
export const KUBERNETES_CLUSTER_TYPE = 'kubernetes-cluster';
