import type { StageCluster } from '@fleetcommander/backstage-plugin-fleet-common';
import { stageCluster } from '../__fixtures__/gateFacts';
import { riskOf } from './riskOf';

const canary: StageCluster['canary'] = {
  id: 'canary',
  cluster: 'prod-1',
  engine: 'flagger',
  apiVersion: 'flagger.app/v1beta1',
  kind: 'Canary',
  namespace: 'travel',
  name: 'bookings',
  state: 'progressing',
  summary: 'step 1 of 3',
  freshness: { stale: false },
};
const gentle = (name: string) => stageCluster(name, { overlay: 'o', canary });
const plain = (name: string) => stageCluster(name, { overlay: 'o' });

describe('riskOf', () => {
  it.each([
    [[gentle('prod-1')], 'prod-1 of production; a canary tries it first'],
    [[plain('prod-1')], 'prod-1 of production; no canary tries it first'],
    [
      [gentle('prod-1'), gentle('prod-2')],
      '2 clusters of production together; each lets a canary try it first',
    ],
    [
      [gentle('prod-1'), plain('prod-2')],
      '2 clusters of production together; a canary tries it first on prod-1 alone',
    ],
  ])('says how gently it goes (%#)', (clusters, words) => {
    expect(riskOf({ environment: 'production', clusters }, ['o']).summary).toBe(
      `It changes ${words}`,
    );
  });
});
