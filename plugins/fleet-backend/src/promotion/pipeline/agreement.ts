import type { StageCluster } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Overlay } from '@fleetcommander/backstage-plugin-fleet-node';

type Running = StageCluster['running'];

/** Whether what runs is what an overlay says, by the images of both. Undefined where they have none in common. */
export function agrees(
  overlay: Pick<Overlay, 'artifacts'> | undefined,
  running: Running,
): boolean | undefined {
  const compared = (overlay?.artifacts ?? []).flatMap(
    ({ kind, name, version, digest }) => {
      const same = running.filter(
        image => kind === 'image' && isSameImage(image.name, name),
      );
      return same.map(image =>
        digest && image.digest
          ? digest === image.digest
          : version === undefined || version === image.version,
      );
    },
  );
  return compared.length > 0 ? compared.every(Boolean) : undefined;
}

/** Whether two names are the same image's: registries that are not written are Docker's. */
export function isSameImage(left: string, right: string): boolean {
  return fullName(left) === fullName(right);
}

function fullName(name: string): string {
  const [registry, ...rest] = name.split('/');
  if (rest.length === 0) {
    return `docker.io/library/${name}`;
  }
  return /[.:]|^localhost$/.test(registry)
    ? [registry, ...rest].join('/')
    : `docker.io/${name}`;
}
