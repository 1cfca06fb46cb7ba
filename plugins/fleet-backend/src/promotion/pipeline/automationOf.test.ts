import { readOverlay } from '@fleetcommander/backstage-plugin-fleet-node';
import { automationOf, type ChosenImage } from './automationOf';

const folder = 'apps/web/overlays/production';
const image = 'registry.example.org/web';

/** An overlay that says 1.4.2, with this at the end of that line. */
function overlay(after = '', digest?: string) {
  return {
    overlay: readOverlay(
      {
        [`${folder}/kustomization.yaml`]: `resources: [web.yaml]\nimages:\n  - name: web\n    newName: ${image}\n    newTag: 1.4.2${after}\n${
          digest ? `    digest: ${digest}\n` : ''
        }`,
        [`${folder}/web.yaml`]:
          'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { template: { spec: { containers: [{ name: web, image: web }] } } }\n',
      },
      folder,
    ),
  };
}

function policy(
  record: Partial<ChosenImage['record']> = {},
  cluster = 'prod-1',
): ChosenImage {
  return {
    cluster,
    record: {
      namespace: 'flux-system',
      name: 'web',
      image,
      latest: '1.5.0',
      ...record,
    },
  };
}

const running = [{ cluster: 'prod-1', deliveredFrom: 'hub-1' }];
const next = {
  image,
  current: '1.4.2',
  next: '1.5.0',
  policy: 'flux-system/web',
  cluster: 'prod-1',
};

describe('automationOf', () => {
  it('tells what the policy of an image would write, once a policy', () => {
    expect(
      automationOf([overlay(), overlay()], running, [
        policy(),
        policy({}, 'hub-1'),
      ]),
    ).toEqual([next]);
    expect(automationOf([overlay()], running, [policy({}, 'hub-1')])).toEqual([
      { ...next, cluster: 'hub-1' },
    ]);
  });

  it.each<[string, Partial<ChosenImage['record']>, string]>([
    ['has chosen what is there', { latest: '1.4.2' }, 'prod-1'],
    ['has chosen nothing', { latest: undefined }, 'prod-1'],
    [
      'is for another image',
      { image: 'registry.example.org/web-tools' },
      'prod-1',
    ],
    ['is on another cluster', {}, 'dev-1'],
  ])('says nothing of one that %s', (_why, record, cluster) => {
    expect(
      automationOf([overlay()], running, [policy(record, cluster)]),
    ).toEqual([]);
  });

  it('goes by the marker beside the image, where there is one', () => {
    const marked = overlay(
      ' # {"$imagepolicy": "flux-system:web-production:tag"}',
    );
    expect(
      automationOf([marked], running, [
        policy(),
        policy({ name: 'web-production', latest: '1.4.3' }),
      ]),
    ).toEqual([
      { ...next, next: '1.4.3', policy: 'flux-system/web-production' },
    ]);
  });

  it('names digests where the overlay does', () => {
    const [old, young] = ['a', 'b'].map(
      letter => `sha256:${letter.repeat(64)}`,
    );
    expect(
      automationOf([overlay('', old)], running, [
        policy({ latest: '1.4.2', digest: young }),
      ]),
    ).toEqual([{ ...next, current: `1.4.2@${old}`, next: `1.4.2@${young}` }]);
  });
});
