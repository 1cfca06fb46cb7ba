import { mockCredentials } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { admin, auditor, operator } from '../routes/__testUtils__/policy';
import { startRoutes } from '../routes/__testUtils__/startRoutes';

describe('registerFleetActions', () => {
  let routes: Awaited<ReturnType<typeof startRoutes>>;

  beforeAll(async () => {
    routes = await startRoutes();
  });

  afterAll(() => routes.objects.stop());

  async function invoke(name: string, user: string, input: JsonObject = {}) {
    const { output } = await routes.actions.invoke({
      id: `test:${name}`,
      input,
      credentials: mockCredentials.user(user),
    });
    return output as JsonObject & { items: JsonObject[] };
  }

  it('answers with the rights of who calls', async () => {
    expect(await invoke('get-fleet-summary', admin)).toMatchObject({
      applications: { healthy: 4 },
    });
    expect(await invoke('get-fleet-summary', auditor)).toMatchObject({
      applications: { healthy: 1 },
    });
    expect(await invoke('list-fleet-clusters', auditor)).toMatchObject({
      totalItems: 1,
      items: [{ name: 'stg-1' }],
    });
    expect(
      await invoke('list-fleet-applications', admin, {
        filter: ['cluster=prod-1'],
        text: 'web',
      }),
    ).toMatchObject({ totalItems: 1 });
    expect(
      await invoke('get-fleet-entity', auditor, {
        entityRef: 'component:default/web',
      }),
    ).toMatchObject({ applications: [{ cluster: 'stg-1' }] });
  });

  it('reconciles for those who may', async () => {
    const { items } = await invoke('list-fleet-applications', operator);
    const path =
      '/apis/kustomize.toolkit.fluxcd.io/v1/namespaces/flux-system/kustomizations/web';
    routes.objects.put(path, { metadata: { name: 'web' } });
    const input = { id: items[0].id };
    await expect(
      invoke('reconcile-fleet-application', auditor, input),
    ).rejects.toThrow('fleet.application.reconcile');
    expect(
      await invoke('reconcile-fleet-application', operator, input),
    ).toMatchObject({ outcome: 'done' });
    expect(routes.objects.get(path).metadata.annotations).toMatchObject({
      'fleetcommander.io/requested-by': operator,
    });
  });
});
