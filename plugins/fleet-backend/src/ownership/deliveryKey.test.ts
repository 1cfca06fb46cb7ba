import { argoApplication, kustomization } from '../store/__fixtures__/records';
import { deliveryKey } from './deliveryKey';
import { withoutPlace, type Place } from './withoutPlace';

const place = (cluster: string, region: string): Place => ({
  cluster,
  region,
  environmentWords: ['production', 'prod', 'staging', 'stg'],
});
const production = place('prod-us-east-1', 'us-east-1');
const staging = place('stg-eu-west-1', 'eu-west-1');
const sourceUrl = 'https://github.com/acme/fleet';

describe('withoutPlace', () => {
  it.each([
    ['web-prod-us-east-1', 'web'],
    ['prod-us-east-1-web', 'web'],
    ['web', 'web'],
    ['apps/overlays/production/web', 'apps/overlays/web'],
    ['clusters/prod-us-east-1', 'clusters'],
    ['web.us-east-1.prod', 'web'],
    ['Web-PROD', 'Web'],
    ['reproduction-prodigy', 'reproduction-prodigy'],
    ['production', 'production'],
  ])('makes of %s %s', (given, expected) => {
    expect(withoutPlace(given, production)).toBe(expected);
  });
});

describe('deliveryKey', () => {
  const keyOf = (
    application: Parameters<typeof deliveryKey>[0],
    options: { entityRef?: string; sourceUrl?: string; place?: Place } = {},
  ) => deliveryKey(application, { id: 'id', place: production, ...options });

  it('prefers what was set by hand', () => {
    expect(
      keyOf(
        kustomization({
          proofs: { 'fleetcommander.io/delivery-key': 'shop' },
        }),
        { entityRef: 'component:default/web', sourceUrl },
      ),
    ).toEqual({ key: 'shop', basis: 'annotation', title: 'shop' });
  });

  it('goes by the entity across engines, and keeps several of one entity apart', () => {
    const entityRef = 'component:default/web';
    const flux = keyOf(kustomization({ name: 'web' }), { entityRef });
    const argo = keyOf(argoApplication({ name: 'web-stg-eu-west-1' }), {
      entityRef,
      place: staging,
    });
    expect(flux).toEqual({ key: entityRef, basis: 'entity', title: 'web' });
    expect(argo).toEqual(flux);

    expect(keyOf(kustomization({ name: 'web-cache' }), { entityRef }).key).toBe(
      'component:default/web/web-cache',
    );
    expect(
      keyOf(
        kustomization({
          kind: 'HelmRelease',
          name: 'web',
          managedBy: 'Kustomization/flux-system/web',
        }),
        { entityRef },
      ).key,
    ).toBe('component:default/web/HelmRelease');
  });

  it('goes by the ApplicationSet', () => {
    const of = (name: string, at: Place) =>
      keyOf(argoApplication({ name, applicationSet: 'shop' }), { place: at });
    expect(of('web-prod-us-east-1', production)).toEqual({
      key: 'applicationset:argocd/shop/web',
      basis: 'applicationset',
      title: 'web',
    });
    expect(of('web-stg-eu-west-1', staging)).toEqual(
      of('web-prod-us-east-1', production),
    );
  });

  it('goes by source and path without environment and region', () => {
    const of = (path: string, at: Place) =>
      keyOf(kustomization({ sources: [{ type: 'git', path }] }), {
        sourceUrl,
        place: at,
      });
    expect(of('./apps/overlays/production/web', production)).toEqual({
      key: 'source:github.com/acme/fleet//apps/overlays/web',
      basis: 'source',
      title: 'web',
    });
    expect(of('apps/overlays/stg/web/', staging)).toEqual(
      of('./apps/overlays/production/web', production),
    );
    const ssh = keyOf(
      argoApplication({
        sources: [
          {
            type: 'git',
            url: 'ssh://git@github.com/acme/fleet.git',
            path: 'apps/overlays/prod/web',
          },
        ],
      }),
    );
    expect(ssh.key).toBe('source:github.com/acme/fleet//apps/overlays/web');
  });

  it('keeps apart what is made of one chart or path under several names', () => {
    const of = (name: string, source: { path?: string; chart?: string }) =>
      keyOf(
        argoApplication({
          name,
          sources: [
            { type: 'helm', url: 'https://charts.acme.org', ...source },
          ],
        }),
      ).key;
    expect(of('cache', { chart: 'redis' })).not.toBe(
      of('sessions', { chart: 'redis' }),
    );
    expect(of('cache', { path: 'charts/service' })).not.toBe(
      of('sessions', { path: 'charts/service' }),
    );
    expect(of('cache-prod', { chart: 'redis' })).toBe(
      of('cache', { chart: 'redis' }),
    );
  });

  it('is itself where nothing else is known, never its name', () => {
    expect(keyOf(kustomization())).toEqual({
      key: 'itself:id',
      basis: 'itself',
      title: 'web',
    });
  });
});
