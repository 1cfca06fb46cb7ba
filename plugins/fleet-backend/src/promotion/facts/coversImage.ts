import type { VerifiedImages } from '@fleetcommander/backstage-plugin-fleet-node';
import { matchesGlob } from '../../engines/kyverno/matchesGlob';

/** Whether a policy verifies an image, as a manifest names it: `web:1.5.0`, `registry.example.org/web@sha256:…`. */
export function coversImage(
  rules: readonly VerifiedImages[],
  image: string,
): boolean {
  const whole = withRegistry(image);
  const fits = (patterns: readonly string[]) =>
    patterns.some(pattern => matchesGlob(pattern, whole));
  return rules.some(({ covers, leaves }) => fits(covers) && !fits(leaves));
}

/** What names no registry comes from Docker's, and is held against patterns so. */
function withRegistry(image: string): string {
  const [first, ...path] = image.split('/');
  const isRegistry =
    path.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  return isRegistry ? image : `docker.io/${image}`;
}
