import type { KeptWave } from './KeptPromotion';
import { stopWave } from './stopWave';

const at = '2026-11-20T12:00:00.000Z';
const wave: KeptWave = {
  title: 'us-east-1',
  clusters: ['us'],
  number: 1,
  state: 'rolling-out',
  summary: '0 of 1 clusters run it',
  startedAt: '2026-11-20T11:00:00.000Z',
};
const failing: KeptWave = { ...wave, state: 'failed', failure: 'no pod' };

describe('stopWave', () => {
  it('keeps what failed of a wave that nobody looked at before', () => {
    expect(stopWave(failing, undefined, at)).toMatchObject({
      state: 'failed',
      endedAt: at,
    });
    expect(stopWave(wave, undefined, at)).toMatchObject({ state: 'stopped' });
  });

  it('counts no clusters that have left', () => {
    const came = { clusters: 2, at };
    expect(stopWave(wave, { ...wave, came }, at)).toMatchObject({
      state: 'done',
      summary: 'came to 1 of 1 cluster',
    });
  });
});
