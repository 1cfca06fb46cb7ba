import { KubernetesObject } from '../../types';
import { Component } from '../components';
import { Delivery } from '../delivery/Delivery';
import { Git } from '../git/Git';

function applicationSet(component: Component): KubernetesObject {
  const { name, team, namespace } = component;
  const root =
    component.system === 'platform'
      ? `infrastructure/{{.metadata.labels.directory}}/${name}`
      : `apps/${name}/overlays/{{.metadata.labels.directory}}/{{.metadata.labels.region}}`;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: {
      name,
      namespace: 'argocd',
      labels: { 'backstage.io/kubernetes-id': name },
    },
    spec: {
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      generators: [
        {
          clusters: {
            selector: { matchLabels: { 'delivered-by': 'hub' } },
          },
        },
      ],
      template: {
        metadata: {
          name: `${name}-{{.name}}`,
          labels: { 'backstage.io/kubernetes-id': name },
        },
        spec: {
          project: team,
          source: { repoURL: Git.url, path: root, targetRevision: 'main' },
          destination: { name: '{{.name}}', namespace },
          syncPolicy: {
            syncOptions: ['CreateNamespace=true', 'ServerSideApply=true'],
          },
        },
      },
      templatePatch:
        '{{- if ne .metadata.labels.environment "production" }}\nspec:\n  syncPolicy:\n    automated: {prune: true, selfHeal: true}\n{{- end }}\n',
    },
  };
}

/** The ApplicationSets that generate these applications, one for each component. */
export function applicationSetManifests(
  deliveries: readonly Delivery[],
): KubernetesObject[] {
  const components = new Set(
    deliveries.filter(({ parent }) => parent).flatMap(d => d.components),
  );
  return [...components].map(applicationSet);
}
