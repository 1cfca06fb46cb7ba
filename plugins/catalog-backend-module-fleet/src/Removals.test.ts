import { mockServices } from '@backstage/backend-test-utils';
import { Removals } from './Removals';

describe('Removals', () => {
  const logger = mockServices.logger.mock();
  const present = ['a', 'b', 'c', 'd'];
  const choose = (removals: Removals, wanted: string[], complete = true) =>
    removals.choose({
      present,
      wanted: new Map(wanted.map(ref => [ref, undefined])),
      complete,
    });

  it('lets few go at once, and none where the read was not complete', () => {
    const removals = new Removals(logger);
    expect(choose(removals, ['a', 'b'])).toEqual(['c', 'd']);
    expect(choose(removals, [], false)).toEqual([]);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('wants to see many gone twice in a row', () => {
    const removals = new Removals(logger);
    expect(choose(removals, [])).toEqual([]);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(choose(removals, present)).toEqual([]);
    expect(choose(removals, ['a'])).toEqual([]);
    expect(choose(removals, [])).toEqual([]);
    expect(choose(removals, ['b'])).toEqual(['a', 'c', 'd']);
  });
});
