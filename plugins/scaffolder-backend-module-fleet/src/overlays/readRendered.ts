import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { serializeDirectoryContents } from '@backstage/plugin-scaffolder-node';
import { readManifests } from '../claims/readManifests';
import { kustomizationNames } from '../kustomization/Kustomization';
import { assertYaml } from './assertYaml';
import type {
  RenderedApplication,
  RenderedDelivery,
  RenderedFiles,
} from './RenderedApplication';
import { deliveryKinds, isDelivery } from './deliveryKinds';
import { renderedFolder, type WantedOverlay } from './WantedOverlay';

const componentFile = 'catalog-info.yaml';

/**
 * What lies rendered in a folder of the workspace: `base`, `overlays/ENVIRONMENT` or `overlays/ENVIRONMENT/REGION`, `delivery` and
 * `catalog-info.yaml`. A file without a word in it is one that was not chosen.
 */
export async function readRendered(
  workspacePath: string,
  from: string,
  wanted: readonly WantedOverlay[],
): Promise<RenderedApplication> {
  const folder = resolveSafeChildPath(workspacePath, from);
  const files: Record<string, string> = {};
  for (const file of await serializeDirectoryContents(folder)) {
    const { path, content, symlink } = file;
    const text = decode(`${from}/${path}`, symlink ? undefined : content);
    if (text.trim() !== '') {
      files[path] = text;
    }
  }
  Object.entries(files)
    .filter(([path]) => /\.ya?ml$/.test(path))
    .forEach(([path, text]) => assertYaml(`${from}/${path}`, text));

  const below = (name: string): RenderedFiles =>
    Object.fromEntries(
      Object.entries(files)
        .filter(([path]) => path.startsWith(`${name}/`))
        .map(([path, text]) => [path.slice(name.length + 1), text]),
    );
  const built = (name: string): RenderedFiles => {
    const there = below(name);
    if (!kustomizationNames.some(each => each in there)) {
      throw new InputError(
        `from: ${from}/${name} has no kustomization.yaml: the skeleton has to make one`,
      );
    }
    return there;
  };
  return {
    base: built('base'),
    overlays: wanted.map(overlay => built(renderedFolder(overlay))),
    deliveries: Object.entries(below('delivery')).map(([path, text]) =>
      deliveryOf(`${from}/delivery/${path}`, text),
    ),
    component: files[componentFile],
  };
}

function decode(file: string, content: Buffer | undefined): string {
  if (!content) {
    throw new InputError(
      `from: ${file} is a link, which Git would keep as one`,
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw new InputError(`from: ${file} is no text in UTF-8`);
  }
}

function deliveryOf(file: string, text: string): RenderedDelivery {
  const manifests = readManifests(file, text);
  const [manifest, ...more] = manifests.filter(isDelivery);
  if (!manifest || more.length > 0) {
    throw new InputError(
      `${file} has to hold one object that is one of ${deliveryKinds.join(
        ', ',
      )}`,
    );
  }
  const others = manifests.filter(other => other !== manifest);
  return { file, text, manifest, others };
}
