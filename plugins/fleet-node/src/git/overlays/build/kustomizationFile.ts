const names = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** The names that the file of a folder may have that says what kustomize makes of it. */
export function kustomizationFiles(folder: string): string[] {
  return names.map(name => (folder ? `${folder}/${name}` : name));
}
