import type { CoverageState } from '@fleetcommander/backstage-plugin-fleet-common';
import { enforcedWords } from './enforcedWords';

const columns = [
  { cluster: 'stg-1', environment: 'staging' },
  { cluster: 'prod-1', environment: 'production' },
  { cluster: 'prod-2', environment: 'production' },
  { cluster: 'hub' },
];

function wordsOf(states: CoverageState[], shown = columns) {
  const cells = shown.map(({ cluster }, index) => ({
    cluster,
    state: states[index],
    summary: '',
    policies: [],
    failing: 0,
  }));
  return enforcedWords({ cells }, shown);
}

describe('enforcedWords', () => {
  it('names the environments that fall short, production first', () => {
    expect(wordsOf(['enforce', 'audit', 'enforce', 'absent'])).toBe(
      'production 1 of 2 · no environment 0 of 1',
    );
    expect(wordsOf(['warn', 'partial', 'other-version', 'enforce'])).toBe(
      'production 0 of 2 · staging 0 of 1',
    );
  });

  it('is one number where no environment falls short, or there is but one', () => {
    expect(wordsOf(['enforce', 'enforce', 'enforce', 'enforce'])).toBe(
      '4 of 4 enforce',
    );
    expect(wordsOf(['audit', 'enforce'], columns.slice(1, 3))).toBe(
      '1 of 2 enforce',
    );
  });
});
