import { Build } from '../build/Build';
import { buildFolder } from '../build/buildFolder';
import { kustomizationFiles } from '../build/kustomizationFile';
import { tracedAt, textOf, itemsOf } from '../build/Traced';
import type { OverlayFiles } from '../Overlay';
import { findingsInObject, type Findings } from './findingsOf';
import { helmChartsOf, helmFilesIn } from './helmFilesIn';
import type { Settled } from './Settled';
import { tellOnce } from './tellOnce';
import { wholesOf } from './wholesOf';

/** What an overlay settles, and what it was built of. */
export interface SettledOverlay extends Findings {
  build: Build;
}

/** Builds an overlay as kustomize does, and finds what it settles. */
export function settledIn(files: OverlayFiles, folder: string): SettledOverlay {
  const build = new Build(files, folder);
  build.objects = buildFolder(build, folder);
  const isKustomized = kustomizationFiles(folder).some(path => path in files);
  const findings = [
    ...build.objects.map(object => findingsInObject(build, object)),
    ...helmChartsOf(build),
    ...(isKustomized ? [] : helmFilesIn(build)),
  ];
  const { settled, settings } = tellOnce({
    settled: findings.flatMap(found => found.settled),
    settings: findings.flatMap(found => found.settings),
  });
  return {
    build,
    settled: [...settled, ...unseenImages(build, settled), ...wholesOf(build)],
    settings,
  };
}

/** Entries of `images:` that are of what is fetched from elsewhere, and so of no container that is seen. */
function unseenImages(build: Build, settled: readonly Settled[]): Settled[] {
  const own = build.kustomizations.get(build.folder)?.kustomization;
  if (build.remotes.length === 0 && build.gaps.length === 0) {
    return [];
  }
  return itemsOf(tracedAt(own, 'images')).flatMap(entry => {
    const field = (name: string) => textOf(tracedAt(entry, name)) || undefined;
    const said = tracedAt(entry, 'newTag') ?? tracedAt(entry, 'digest');
    const name = field('newName') ?? field('name');
    const isSeen = settled.some(
      ({ spot }) =>
        spot.origin === 'images' &&
        spot.place.line === said?.spot.place.line &&
        spot.place.path === said.spot.place.path,
    );
    return said && name && !isSeen
      ? [
          {
            kind: 'image',
            name,
            version: field('newTag'),
            digest: field('digest'),
            spot: { ...said.spot, origin: 'images' },
            use: `image ${field('name')}`,
            settle: ({ version, digest }) =>
              said.spot.setBeside!({ newTag: version, digest }),
          } satisfies Settled,
        ]
      : [];
  });
}
