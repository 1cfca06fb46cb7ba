import { resolvePackagePath } from '@backstage/backend-plugin-api';

/** A file of this package. */
export function packagePath(...parts: string[]): string {
  return resolvePackagePath('@fleetcommander/bench', ...parts);
}
