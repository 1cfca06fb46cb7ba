import type { ContainerImage } from '@fleetcommander/backstage-plugin-fleet-common';
import { fieldsOf, itemsOf, textOf } from './fields';

/** The images of the containers in a pod template. */
export function containerImages(podTemplate: unknown): ContainerImage[] {
  const podSpec = fieldsOf(fieldsOf(podTemplate).spec);
  const images: ContainerImage[] = [];
  for (const item of itemsOf(podSpec.containers)) {
    const container = fieldsOf(item);
    const image = textOf(container.image);
    if (image) {
      images.push({ container: textOf(container.name) ?? '', image });
    }
  }
  return images;
}
