import { test as base, expect, type APIRequestContext } from '@playwright/test';
import { DemoControl } from './DemoControl';

const portalUrl = process.env.PORTAL_URL ?? 'http://localhost:7007';

/** The entities that tests open: each has to be in the catalog, and this many applications proven to be its own. */
const entities = [
  { ref: 'component:default/checkout', applications: 9 },
  { ref: 'resource:default/prod-us-east-1', applications: 1 },
];

/** A test of a fleet that has been read, all of it, and whose faults are mended after the test. */
export const test = base.extend<
  { control: DemoControl },
  { syncedFleet: void }
>({
  syncedFleet: [
    async ({ playwright }, run) => {
      const request = await playwright.request.newContext({
        baseURL: portalUrl,
      });
      await expect(() => expectSynced(request)).toPass({
        intervals: [1_000],
        timeout: 240_000,
      });
      await request.dispose();
      await run();
    },
    { scope: 'worker', auto: true, timeout: 300_000 },
  ],
  control: async ({ request }, run) => {
    const control = new DemoControl(request);
    await run(control);
    await control.mendAll();
  },
});

async function expectSynced(request: APIRequestContext): Promise<void> {
  const read = async (path: string) => {
    const response = await request.get(`/api/${path}`, {
      headers: { Authorization: `Bearer ${await signIn(request)}` },
    });
    expect(response.ok(), `${path} answered ${response.status()}`).toBe(true);
    return response.json();
  };

  const clusters = await read('fleet/clusters?limit=100');
  expect(clusters.items.length, 'no cluster is known yet').toBeGreaterThan(0);
  for (const { name, reachability } of clusters.items) {
    expect(reachability.lastContactAt, `${name} was not read`).toBeDefined();
  }
  for (const { ref, applications } of entities) {
    const [, kind, namespace, name] = /^(.+):(.+)\/(.+)$/.exec(ref) ?? [];
    const path = `${kind}/${namespace}/${name}`;
    await read(`catalog/entities/by-name/${path}`);
    const view = await read(`fleet/entities/${path}`);
    expect(
      view.applications.length,
      `the applications of ${ref}`,
    ).toBeGreaterThanOrEqual(applications);
  }
}

async function signIn(request: APIRequestContext): Promise<string> {
  const response = await request.get('/api/auth/guest/refresh');
  const { backstageIdentity } = await response.json();
  return backstageIdentity.token;
}
