import { nodesProblem } from './nodesProblem';

const general = { name: 'general', instanceType: 'm6i.large', maxSize: 3 };
const gpu = { name: 'gpu', instanceType: 'g6.xlarge', maxSize: 2 };
const nodes = [
  ...Array(3).fill({ instanceType: 'm6i.large' }),
  { instanceType: 'g6.xlarge' },
];

describe('nodesProblem', () => {
  it.each([
    ['nothing changes', [general, gpu]],
    ['there is room', [general, { ...gpu, maxSize: 1 }]],
    ['no bounds are set', [{ name: 'general' }, gpu]],
    ['nodes are replaced', [{ ...general, instanceType: 'm7i.large' }, gpu]],
  ])('has none when %s', (_, after) => {
    expect(nodesProblem({ before: [general, gpu], after }, nodes)).toBe(
      undefined,
    );
  });

  it.each([
    [
      'fewer than run in all',
      [
        { ...general, maxSize: 2 },
        { ...gpu, maxSize: 1 },
      ],
      '4 nodes run, and the node groups would have room for 3',
    ],
    [
      'fewer than run of a type',
      [
        { ...general, maxSize: 8 },
        { ...gpu, maxSize: 0 },
      ],
      '1 nodes of g6.xlarge run, and its node groups would have room for 0',
    ],
    [
      'a group of nodes that run is gone',
      [{ ...general, maxSize: 8 }],
      '1 nodes of g6.xlarge run, and its node groups would have room for 0',
    ],
  ])('has one when there would be %s', (_, after, problem) => {
    expect(nodesProblem({ before: [general, gpu], after }, nodes)).toBe(
      problem,
    );
  });
});
