import { posix } from 'node:path';
import type { Build } from '../build/Build';
import { isHelmFile } from '../build/manifestsIn';
import { isWithin, resolvePath } from '../build/resolvePath';
import {
  itemsOf,
  scalarAt,
  textOf,
  tracedAt,
  type Traced,
} from '../build/Traced';
import { findingsOf, type Findings } from './findingsOf';
import type { Settled } from './Settled';

/** The charts and their values that lie in a folder without a kustomization: an umbrella chart, values for one. */
export function helmFilesIn(build: Build): Findings[] {
  return Object.keys(build.files)
    .filter(
      path =>
        isHelmFile(path) &&
        isWithin(build.folder, path) &&
        posix.dirname(path) === (build.folder || '.'),
    )
    .flatMap(path => {
      const file = posix.basename(path);
      const documents = build.read(path);
      return file.startsWith('Chart.')
        ? documents.map(root => ({
            settled: itemsOf(tracedAt(root, 'dependencies')).flatMap(chart =>
              chartOf(chart, file),
            ),
            settings: [],
          }))
        : documents.map(root =>
            findingsOf(build, root, {
              title: file,
              values: { release: file.replace(/\.ya?ml$/, ''), from: 0 },
            }),
          );
    });
}

/** The charts that kustomizations inflate, with their values. */
export function helmChartsOf(build: Build): Findings[] {
  return [...build.kustomizations.values()].flatMap(
    ({ folder, kustomization }) =>
      itemsOf(tracedAt(kustomization, 'helmCharts')).flatMap(chart => {
        const name = textOf(tracedAt(chart, 'name')) ?? 'chart';
        const release = textOf(tracedAt(chart, 'releaseName')) ?? name;
        const file = resolvePath(
          folder,
          textOf(tracedAt(chart, 'valuesFile')) ?? 'values.yaml',
        );
        const inline = tracedAt(chart, 'valuesInline');
        const roots = [
          ...(file !== undefined && tracedAt(chart, 'valuesFile')
            ? build.read(file)
            : []),
          ...(inline ? [inline] : []),
        ];
        return [
          { settled: chartOf(chart, `chart ${name}`), settings: [] },
          ...roots.map(root =>
            findingsOf(build, root, {
              title: `chart ${name}`,
              values: { release, from: 0 },
            }),
          ),
        ];
      }),
  );
}

function chartOf(chart: Traced, use: string): Settled[] {
  const name = textOf(tracedAt(chart, 'name'));
  const version = scalarAt(chart, 'version');
  return name && version
    ? [
        {
          kind: 'chart',
          name,
          version: textOf(version),
          spot: version.spot,
          use: `${use}, ${name}`,
          settle: ({ version: to = '' }) => version.spot.set(to),
        },
      ]
    : [];
}
