import { ConfigReader } from '@backstage/config';
import { readFleetConfig } from './config/readFleetConfig';
import { environmentOf } from './environmentOf';

function resolver(fleet = {}) {
  const read = readFleetConfig(new ConfigReader({ fleet }), { engines: [] });
  return environmentOf(read.fleet);
}

describe('environmentOf', () => {
  it.each([
    ['x', { environment: 'production' }, 'production'],
    ['x', { env: 'PRD' }, 'production'],
    ['x', { 'fleetcommander.io/environment': 'stg' }, 'staging'],
    ['dev-eu', { environment: 'prod' }, 'production'],
    ['dev-eu', {}, 'development'],
    ['stg-us-1', {}, 'staging'],
    ['production-1', {}, 'production'],
    ['prod', {}, 'production'],
    ['reprod-1', {}, undefined],
    ['dev-eu', { environment: 'sandbox' }, 'development'],
  ])('of %s with %j is %s', (name, labels, environment) => {
    expect(resolver()({ name, labels }).environment).toBe(environment);
  });

  it('goes by what config says', () => {
    const of = resolver({
      environments: [
        { name: 'live', matchLabels: { tier: ['1', '2'], zone: 'eu' } },
        { name: 'lab', matchNames: ['*.lab'] },
      ],
    });
    expect(of({ name: 'a', labels: { tier: '2', zone: 'eu' } })).toEqual({
      environment: 'live',
    });
    expect(of({ name: 'a', labels: { tier: '2' } })).toEqual({});
    expect(of({ name: 'live-1', labels: {} })).toEqual({ environment: 'live' });
    expect(of({ name: 'a.lab', labels: {} })).toEqual({ environment: 'lab' });
    expect(of({ name: 'aXlab', labels: {} })).toEqual({});
  });

  it('finds region and provider', () => {
    const labels = {
      region: 'eu-west-1',
      'fleetcommander.io/region': 'eu-west-2',
      provider: 'aws',
    };
    expect(resolver()({ name: 'a', labels })).toEqual({
      region: 'eu-west-2',
      provider: 'aws',
    });
  });
});
