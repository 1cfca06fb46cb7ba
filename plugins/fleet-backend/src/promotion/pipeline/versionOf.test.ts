import type { OverlayArtifact } from '@fleetcommander/backstage-plugin-fleet-node';
import { versionOf, versionsOf } from './versionOf';

const image = (name: string, version?: string): OverlayArtifact => ({
  kind: 'image',
  name: `ghcr.io/acme/${name}`,
  version,
  origin: 'images',
  place: { path: 'kustomization.yaml', at: ['images', 0], line: 4 },
  uses: [],
  own: true,
});
const of = (...artifacts: OverlayArtifact[]) => [{ artifacts }];

describe('versionOf', () => {
  it.each([
    ['all images agree on', [image('web', '1.5'), image('init', '1.5')], '1.5'],
    ['its own image has', [image('web', '1.5'), image('proxy', '9.9')], '1.5'],
    ['nobody has said', [image('web'), image('proxy', '9.9')], undefined],
    ['is none of several', [image('a', '1'), image('b', '2')], undefined],
  ])('is what %s', (_, artifacts, version) => {
    expect(versionOf('web', of(...artifacts))).toBe(version);
  });

  it('tells those that are known', () => {
    expect(versionsOf(of(image('web'), image('proxy', '9.9')))).toEqual([
      '9.9',
    ]);
  });
});
