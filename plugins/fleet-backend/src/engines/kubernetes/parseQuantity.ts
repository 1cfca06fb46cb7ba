const factors = new Map([
  ['n', 1e-9],
  ['u', 1e-6],
  ['m', 1e-3],
  ['', 1],
  ['k', 1e3],
  ['M', 1e6],
  ['G', 1e9],
  ['T', 1e12],
  ['P', 1e15],
  ['E', 1e18],
  ['Ki', 2 ** 10],
  ['Mi', 2 ** 20],
  ['Gi', 2 ** 30],
  ['Ti', 2 ** 40],
  ['Pi', 2 ** 50],
  ['Ei', 2 ** 60],
]);

const quantity = /^([+-]?\d*\.?\d+(?:[eE][+-]?\d+)?)([a-zA-Z]{0,2})$/;

/** The number that a Kubernetes quantity such as `7820m` or `16Gi` stands for; zero of anything else. */
export function parseQuantity(value: unknown): number {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? value : 0;
  }
  const match = typeof value === 'string' ? quantity.exec(value) : undefined;
  const factor = match ? factors.get(match[2]) : undefined;
  return match && factor !== undefined ? Number(match[1]) * factor : 0;
}
