import type { OverlayFiles, OverlayPlace } from '../Overlay';

/**
 * The policy that a marker of Flux in the same line names: `# {"$imagepolicy": "flux-system:web:tag"}`. Source of the facts:
 * `pkg/update/setters.go` of fluxcd/image-automation-controller.
 */
const marker =
  /#\s*\{\s*"\$imagepolicy"\s*:\s*"([^":\s]+):([^":\s]+)(?::\w+)?"\s*\}/;

/** Of what stands at a place; undefined where nothing marks it. */
export function imagePolicyAt(
  files: OverlayFiles,
  { path, line }: OverlayPlace,
): string | undefined {
  const text = files[path]?.split('\n')[line - 1] ?? '';
  const [, namespace, name] = marker.exec(text) ?? [];
  return name && `${namespace}/${name}`;
}
