import type { WatchEvent } from '../kubernetes/KubernetesClient';
import { builtInEngines } from '../engines/builtInEngines';
import { FoldedEvents } from './FoldedEvents';
import { readableKinds } from './ReadableKind';

const git = 'kustomize-controller';

const readable = readableKinds({
  engines: builtInEngines,
  discovery: {
    resources: [
      {
        group: 'argoproj.io',
        version: 'v1alpha1',
        plural: 'applications',
        verbs: ['list', 'watch'],
        categories: [],
      },
    ],
    unknownGroups: [],
  } as never,
  known: [],
  proofKeys: [],
  gitManagers: new Set([git]),
  intervalMs: 30_000,
});
const applications = readable.find(({ key }) => key.plural === 'applications')!;
const configMaps = readable.find(({ key }) => key.plural === 'configmaps')!;

function event(
  type: WatchEvent['type'],
  resourceVersion: number,
  status: { sync: string; reconciledAt: string } = {
    sync: 'Synced',
    reconciledAt: '',
  },
): WatchEvent {
  return {
    type,
    object: {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: {
        namespace: 'argocd',
        name: 'web',
        resourceVersion: String(resourceVersion),
      },
      spec: { destination: { name: 'in-cluster' } },
      status: {
        sync: { status: status.sync },
        reconciledAt: status.reconciledAt,
      },
    },
  };
}

const looked = (resourceVersion: number, minute: number, sync = 'Synced') =>
  event('MODIFIED', resourceVersion, {
    sync,
    reconciledAt: `2026-11-20T10:0${minute}:00Z`,
  });

describe('FoldedEvents', () => {
  it('keeps each step in order, and of an engine that only looked again the last time', () => {
    const folded = new FoldedEvents(applications, []);
    expect(folded.fold([looked(1, 0)])).toEqual({ events: 1, telling: 1 });
    expect(folded.fold([looked(2, 3), event('BOOKMARK', 3)])).toEqual({
      events: 1,
      telling: 0,
    });
    expect(
      folded.fold([looked(4, 4, 'OutOfSync'), looked(5, 5), looked(6, 6)]),
    ).toEqual({ events: 3, telling: 2 });

    const { objects, resourceVersion } = folded.take();
    expect(resourceVersion).toBe('6');
    expect(
      objects.flatMap(({ records }) =>
        records.map(record =>
          record.type === 'application'
            ? [record.sync, record.lastReconciledAt]
            : [],
        ),
      ),
    ).toEqual([
      ['Synced', '2026-11-20T10:03:00Z'],
      ['OutOfSync', '2026-11-20T10:04:00Z'],
      ['Synced', '2026-11-20T10:06:00Z'],
    ]);
  });

  it('tells a deletion, and the object that comes after it', () => {
    const folded = new FoldedEvents(applications, []);
    folded.fold([looked(1, 0)]);
    folded.take();
    expect(folded.fold([event('DELETED', 2), looked(3, 0)])).toEqual({
      events: 2,
      telling: 2,
    });
    expect(folded.take().objects.map(({ records }) => records.length)).toEqual([
      0, 1,
    ]);
  });

  it('has nobody told of ConfigMaps in which Git has set nothing, however often they change', () => {
    const written = (
      manager: string,
      second: number,
      type: WatchEvent['type'] = 'MODIFIED',
    ): WatchEvent => ({
      type,
      object: {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: {
          namespace: 'flux-system',
          name: `of-${manager}`,
          resourceVersion: String(second),
          managedFields: [
            {
              manager,
              operation: 'Update',
              time: `2026-11-20T10:00:0${second}Z`,
              fieldsV1: { 'f:data': { 'f:at': {} } },
            },
          ],
        },
        data: { at: String(second) },
      },
    });
    const folded = new FoldedEvents(configMaps, []);
    const leader = [2, 4, 6].map(second => written('leader', second));
    expect(folded.fold(leader)).toEqual({ events: 3, telling: 0 });
    expect(folded.size).toBe(1);
    expect(folded.fold([written('leader', 7, 'DELETED')]).telling).toBe(0);

    const applied = [written(git, 2), written(git, 4)];
    expect(folded.fold(applied)).toEqual({ events: 2, telling: 2 });
    expect(folded.fold([written(git, 5, 'DELETED')]).telling).toBe(1);
  });
});
