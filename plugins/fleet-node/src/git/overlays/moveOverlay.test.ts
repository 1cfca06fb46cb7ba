import { byImages, inFolder, webBase } from './__testUtils__/webFiles';
import { filesOf, layouts, production, staging } from './__testUtils__/layouts';
import { diffLines } from './__testUtils__/diffLines';
import { compareOverlays } from './compareOverlays';
import { moveOverlay } from './moveOverlay';
import type { OverlayFiles } from './Overlay';
import { readOverlay } from './readOverlay';

/** Promotes one folder into another, and holds that nothing is left to move then. */
function promote(
  files: OverlayFiles,
  [target, source]: [string, string] = [production, staging],
) {
  const { moves } = compareOverlays(
    readOverlay(files, target),
    readOverlay(files, source),
  );
  const { files: changed, remarks } = moveOverlay(files, target, moves);
  const later = { ...files, ...changed };
  const left = compareOverlays(
    readOverlay(later, target),
    readOverlay(later, source),
  );
  expect(left.moves).toEqual([]);
  return { moves, remarks, changed, diff: diffLines(files, changed) };
}

describe('moveOverlay', () => {
  it.each(Object.entries(layouts))(
    'changes the lines that it must, and no other: %s',
    (_, layout) => {
      expect(promote(filesOf(layout)).diff).toEqual(layout.diff);
    },
  );

  it.each([
    ['apps/web/base', 'apps/web/overlays', '', '../../base'],
    ['apps/base/web', 'apps/overlays', '/web', '../../../base/web'],
  ])('knows overlays that lie as %s does', (base, root, app, up) => {
    const [target, source] = [`${root}/production${app}`, `${root}/dev${app}`];
    const files = {
      ...webBase(base),
      ...inFolder(source, byImages('1.5.0', up)),
      ...inFolder(target, byImages('1.4.2', up)),
    };
    expect(promote(files, [target, source]).diff).toEqual([
      '-    newTag: 1.4.2',
      '+    newTag: 1.5.0',
    ]);
  });

  it('moves from a branch to another where each environment has one', () => {
    const [there, here] = ['1.5.0', '1.4.2'].map(tag => ({
      ...webBase('apps/web/base'),
      ...inFolder('apps/web', byImages(tag, 'base')),
    }));
    const { moves } = compareOverlays(
      readOverlay(here, 'apps/web'),
      readOverlay(there, 'apps/web'),
    );
    const { files } = moveOverlay(here, 'apps/web', moves);
    expect({ ...here, ...files }).toEqual(there);
  });

  it('moves each region on its own', () => {
    const regions = ['us-east-1', 'eu-west-1'].map(
      name => `${production}/${name}`,
    );
    const files = {
      ...webBase('apps/web/base'),
      ...inFolder(staging, byImages('1.5.0')),
      ...inFolder(regions[0], byImages('1.4.2', '../../../base')),
      ...inFolder(regions[1], byImages('1.4.1', '../../../base')),
    };
    const { changed, moves } = promote(files, [regions[1], staging]);
    expect(Object.keys(changed)).toEqual([`${regions[1]}/kustomization.yaml`]);
    expect(moves[0].from?.version).toBe('1.4.1');
  });

  it('writes a tag that reads as a number as the text that it is', () => {
    const files = {
      ...webBase('apps/web/base'),
      ...inFolder(staging, byImages('"1.10"')),
      ...inFolder(production, byImages('1.9')),
    };
    expect(promote(files).diff).toEqual([
      '-    newTag: 1.9',
      '+    newTag: "1.10"',
    ]);
  });

  it('says what it overrides, since others share the place', () => {
    const files = {
      ...webBase('apps/web/base'),
      ...inFolder(staging, byImages('1.5.0')),
      ...inFolder(production, {
        'kustomization.yaml': 'resources:\n  - ../../base\n',
      }),
    };
    expect(promote(files).remarks).toEqual([
      'image registry.example/web is settled in apps/web/base/deployment.yaml, which others share: it is not changed there, but overridden in apps/web/overlays/production',
    ]);
  });

  it('changes nothing when a file cannot be read, and says where', () => {
    const files = {
      ...webBase('apps/web/base'),
      ...inFolder(staging, byImages('1.5.0')),
      ...inFolder(production, byImages('1.4.2')),
    };
    const { moves } = compareOverlays(
      readOverlay(files, production),
      readOverlay(files, staging),
    );
    const broken = {
      ...files,
      'apps/web/base/deployment.yaml': 'kind: Deployment\nspec: {replicas: 1\n',
    };
    expect(() => moveOverlay(broken, production, moves)).toThrow(
      /^apps\/web\/base\/deployment\.yaml, line 3 cannot be read: line 3, column 1: /,
    );
  });

  it('makes no move that was planned for something else', () => {
    const files = {
      ...webBase('apps/web/base'),
      ...inFolder(staging, byImages('1.5.0')),
      ...inFolder(production, byImages('1.4.2')),
    };
    const { moves } = compareOverlays(
      readOverlay(files, production),
      readOverlay(files, staging),
    );
    const moved = { ...files, ...inFolder(production, byImages('1.4.3')) };
    expect(() => moveOverlay(moved, production, moves)).toThrow(
      'image registry.example/web is at 1.4.3 in apps/web/overlays/production by now: look again at what would move',
    );
    const done = { ...files, ...inFolder(production, byImages('1.5.0')) };
    expect(moveOverlay(done, production, moves).files).toEqual({});
  });

  it('refuses what cannot be changed without changing something else', () => {
    const files = {
      ...webBase('apps/web/base'),
      ...inFolder(staging, byImages('1.5.0')),
      ...inFolder(production, {
        'kustomization.yaml': `resources:\n  - ../../base\npatches:\n  - path: web.yaml\n`,
        'web.yaml': `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n        - name: app\n          image: &image registry.example/web:1.4.2\n          env:\n            - {name: OTHER, value: *image}\n`,
      }),
    };
    expect(() => promote(files)).toThrow(
      /cannot be edited without changing something else, such as what aliases repeat/,
    );
  });
});
