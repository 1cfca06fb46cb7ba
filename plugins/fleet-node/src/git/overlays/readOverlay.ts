import { createHash } from 'node:crypto';
import { settledIn } from './artifacts/settledIn';
import { imagePolicyAt } from './artifacts/imagePolicyAt';
import { groupSettled } from './artifacts/SettledGroup';
import type { KustomizationAt } from './build/Build';
import { plainOf, tracedAt } from './build/Traced';
import type { Overlay, OverlayFiles } from './Overlay';

/** What a kustomization does to all objects. That is of its stage. */
const wholeFields = [
  'namespace',
  'namePrefix',
  'nameSuffix',
  'labels',
  'commonLabels',
  'commonAnnotations',
];

/**
 * What the overlay in a folder says: what kustomize builds of it, where each version comes from, and what is not understood. It needs
 * the files that {@link filesOfOverlay} finds; what is missing is told. What the files say makes it throw nothing.
 *
 * @public
 */
export function readOverlay(files: OverlayFiles, folder: string): Overlay {
  const { build, settled, settings } = settledIn(files, folder);
  const own = build.kustomizations.get(folder);
  return {
    folder,
    artifacts: groupSettled(settled).map(({ artifact }) => {
      const imagePolicy =
        artifact.kind === 'image'
          ? imagePolicyAt(files, artifact.place)
          : undefined;
      return { ...artifact, ...(imagePolicy && { imagePolicy }) };
    }),
    settings: Object.fromEntries(
      [...settings, ...settingsOf(own)].map(({ name, value }) => [
        name,
        fingerprint(value),
      ]),
    ),
    notUnderstood: build.gaps,
  };
}

function settingsOf(own: KustomizationAt | undefined) {
  return wholeFields.flatMap(field => {
    const value = tracedAt(own?.kustomization, field);
    return own
      ? [{ name: `kustomization: ${field}`, value: value && plainOf(value) }]
      : [];
  });
}

/** What tells two values apart and keeps neither: one may be a secret. */
function fingerprint(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value ?? null))
    .digest('hex')
    .slice(0, 16);
}
