interface Placed {
  name: string;
  environment?: string;
  region?: string;
}

/** Orders clusters as they are promoted through: by environment, then region, then name. */
export function byPromotion(
  environments: readonly string[],
): (a: Placed, b: Placed) => number {
  const rank = ({ environment }: Placed) => {
    const index = environments.indexOf(environment ?? '');
    return index < 0 ? environments.length : index;
  };
  return (a, b) =>
    rank(a) - rank(b) ||
    compare(a.environment, b.environment) ||
    compare(a.region, b.region) ||
    compare(a.name, b.name);
}

function compare(a = '', b = ''): number {
  return a < b ? -1 : Number(a > b);
}
