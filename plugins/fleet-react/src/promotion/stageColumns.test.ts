import { stageColumns } from './stageColumns';

const stage = (name: string, ...after: string[]) => ({ name, after });

const namesOf = (columns: { name: string }[][]) =>
  columns.map(column => column.map(({ name }) => name));

describe('stageColumns', () => {
  it('puts parallel stages into one column, and each after the last that it is promoted from', () => {
    expect(
      namesOf(
        stageColumns([
          stage('development'),
          stage('staging-eu', 'development'),
          stage('staging-us', 'development'),
          stage('load-test', 'staging-us'),
          stage('production', 'staging-eu', 'load-test'),
        ]),
      ),
    ).toEqual([
      ['development'],
      ['staging-eu', 'staging-us'],
      ['load-test'],
      ['production'],
    ]);
  });

  it('shows every stage of a cycle, and one that follows a stage which is not there', () => {
    const stages = [
      stage('a', 'b'),
      stage('b', 'a'),
      stage('c', 'c'),
      stage('d', 'none'),
    ];
    expect(namesOf(stageColumns(stages)).flat().sort()).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
    expect(stageColumns([])).toEqual([]);
  });
});
