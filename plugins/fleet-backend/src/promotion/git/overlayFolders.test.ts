import { overlayFolders } from './overlayFolders';

const environments = [
  { name: 'development', directory: 'dev', words: ['development', 'dev'] },
  { name: 'production', directory: 'prod', words: ['production', 'prod'] },
];

const found = (overlay: string, paths: string[], ofBranch?: string) =>
  overlayFolders(paths, { overlay }, environments, ofBranch).map(
    ({ application, environment, region, path }) =>
      [application, environment, region, path].filter(Boolean).join(' '),
  );

describe('overlayFolders', () => {
  it.each([
    [
      'a folder of each environment below the application, some with regions',
      'apps/{app}/overlays/{environment}',
      [
        'apps/web/base/kustomization.yaml',
        'apps/web/overlays/dev/kustomization.yaml',
        'apps/web/overlays/dev/patches/replicas.yaml',
        'apps/web/overlays/prod/kustomization.yaml',
        'apps/web/overlays/prod/us-east-1/kustomization.yml',
        'apps/web/overlays/prod/eu-west-1/Kustomization',
        'apps/web/overlays/qa/kustomization.yaml',
        'apps/team/web/overlays/dev/kustomization.yaml',
      ],
      undefined,
      [
        'web development apps/web/overlays/dev',
        'web production us-east-1 apps/web/overlays/prod/us-east-1',
        'web production eu-west-1 apps/web/overlays/prod/eu-west-1',
      ],
    ],
    [
      'a folder of the application below each environment, by any of its words',
      'apps/overlays/{environment}/{app}',
      [
        'apps/overlays/production/web/kustomization.yaml',
        'apps/overlays/prod/api/values.yaml',
        'apps/overlays/prod/README.md',
      ],
      undefined,
      [
        'web production apps/overlays/production/web',
        'api production apps/overlays/prod/api',
      ],
    ],
    [
      'a branch of each environment',
      'apps/{app}',
      [
        'apps/web/kustomization.yaml',
        'apps/a.b+c/kustomization.yaml',
        'x.yaml',
      ],
      'production',
      ['web production apps/web', 'a.b+c production apps/a.b+c'],
    ],
    [
      'an application that is named twice in the pattern',
      '{app}/deploy/{environment}/{app}',
      ['web/deploy/dev/web/k.yaml', 'web/deploy/dev/api/k.yaml'],
      undefined,
      ['web development web/deploy/dev/web'],
    ],
  ])('finds %s', (_, overlay, paths, ofBranch, expected) => {
    expect(found(overlay, paths, ofBranch)).toEqual(expected);
  });
});
