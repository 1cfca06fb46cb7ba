import type {
  Application,
  Link,
} from '@fleetcommander/backstage-plugin-fleet-common';

const engines = ['argocd', 'flux'];

const titles: Record<string, string> = {
  argocd: 'Argo CD',
  flux: 'Flux',
  logs: 'Logs',
};

/**
 * Fills in the configured templates. A title that is the name of an engine is for its applications only; a template that needs
 * what an application has not is left out.
 */
export function applicationLinks(
  application: Omit<Application, 'links'>,
  templates: Readonly<Record<string, string>>,
): Link[] {
  const { engine, cluster, namespace, name, kind } = application;
  const values: Record<string, string | undefined> = {
    cluster,
    namespace,
    name,
    kind,
    targetCluster: application.targetCluster,
    targetNamespace: application.targetNamespace,
    environment: application.environment,
    region: application.region,
    project: application.project,
  };
  return Object.entries(templates).flatMap(([title, template]) => {
    if (engines.includes(title) && title !== engine) {
      return [];
    }
    let complete = true;
    const url = template.replace(/\{(\w+)\}/g, (_, key: string) => {
      complete &&= values[key] !== undefined;
      return encodeURIComponent(values[key] ?? '');
    });
    return complete ? [{ title: titles[title] ?? title, url }] : [];
  });
}
