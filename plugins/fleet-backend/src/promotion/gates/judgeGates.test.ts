import type { JsonObject } from '@backstage/types';
import { gateFacts } from '../__fixtures__/gateFacts';
import { gatesByName } from './builtInGates';
import { judgeGates } from './judgeGates';

describe('judgeGates', () => {
  const broken = {
    title: 'Of others',
    readOptions: (options: JsonObject) => options,
  };

  it('holds what others add apart', () => {
    const more = gatesByName([
      {
        ...broken,
        name: 'throws',
        check() {
          throw new Error('no such table');
        },
      },
      {
        ...broken,
        name: 'nonsense',
        check: () => ({
          state: 'fine' as 'passed',
          summary: 'x',
          waitsFor: [],
        }),
      },
      {
        ...broken,
        name: 'writes',
        check(facts) {
          facts.moves.length = 0;
          return { state: 'passed', summary: 'yes', waitsFor: [] };
        },
      },
    ]);
    const names = ['throws', 'nonsense', 'writes', 'digest', 'gone'];
    const verdicts = judgeGates(
      names.map(gate => ({ gate, options: {} })),
      more,
      gateFacts(),
    );
    expect(verdicts.map(({ gate, state }) => [gate, state])).toEqual([
      ['throws', 'unknown'],
      ['nonsense', 'unknown'],
      ['writes', 'passed'],
      ['digest', 'failed'],
      ['gone', 'unknown'],
    ]);
    expect(verdicts[0].summary).toContain('no such table');
    expect(verdicts[1].summary).toContain('state');
  });
});
