/** A repository of applications, each with a base and an overlay for every region of every environment. */
export function applicationFiles(
  applications: number,
  {
    environments,
    regions,
  }: { environments: readonly string[]; regions: readonly string[] },
): Record<string, string> {
  const files: Record<string, string> = {};
  for (let index = 0; index < applications; index += 1) {
    const name = applicationName(index);
    const root = `apps/${name}`;
    files[`${root}/base/kustomization.yaml`] =
      'resources:\n  - deployment.yaml\n  - service.yaml\n';
    files[`${root}/base/deployment.yaml`] = deployment(name);
    files[`${root}/base/service.yaml`] = service(name);
    environments.forEach((environment, stage) => {
      for (const region of regions.length > 0 ? regions : ['']) {
        const folder = [root, 'overlays', environment, region]
          .filter(Boolean)
          .join('/');
        files[`${folder}/kustomization.yaml`] = overlay(name, {
          base: region ? '../../../base' : '../../base',
          tag: `1.${environments.length - stage}.${index % 10}`,
        });
      }
    });
  }
  return files;
}

/** By its number. */
export function applicationName(index: number): string {
  return `app-${String(index).padStart(4, '0')}`;
}

function overlay(
  name: string,
  { base, tag }: { base: string; tag: string },
): string {
  return `resources:
  - ${base}
namespace: ${name}
images:
  - name: registry.example.org/${name}
    newTag: ${tag}
`;
}

function deployment(name: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  labels:
    backstage.io/kubernetes-id: ${name}
spec:
  replicas: 2
  selector:
    matchLabels: {app: ${name}}
  template:
    metadata:
      labels: {app: ${name}}
    spec:
      containers:
        - name: app
          image: registry.example.org/${name}:1.0.0
`;
}

function service(name: string): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: ${name}
spec:
  selector: {app: ${name}}
  ports:
    - port: 80
`;
}
