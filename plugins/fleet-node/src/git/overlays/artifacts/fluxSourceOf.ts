import { scalarAt, textOf, tracedAt } from '../build/Traced';
import { mapAbove, type Finding, type Leaf } from './Leaf';

/** The version of a chart, and the ref of a source, as Flux has them. */
export function fluxSourceOf(leaf: Leaf): Finding {
  const { scalar, path, object } = leaf;
  const version = textOf(scalar);
  if (!object || !version) {
    return undefined;
  }
  const at = path.join('.');
  const alone = {
    spot: scalar.spot,
    settle: ({ version: to = '' }) => scalar.spot.set(to),
    patch: { object, at: path, valueOf: ({ version: to = '' }) => to },
  };
  if (object.kind === 'HelmRelease' && at === 'spec.chart.spec.version') {
    const chart = textOf(tracedAt(mapAbove(leaf), 'chart'));
    return { kind: 'chart', name: chart ?? object.names[0], version, ...alone };
  }
  const isOci = object.kind === 'OCIRepository';
  const field = /^spec\.ref\.(\w+)$/.exec(at)?.[1];
  if (!field || !(isOci || object.kind === 'GitRepository')) {
    return undefined;
  }
  const kind = isOci ? 'oci-ref' : 'git-ref';
  const name = object.names[0];
  if (field === 'digest') {
    return scalarAt(mapAbove(leaf), 'tag')
      ? 'part'
      : {
          kind,
          name,
          digest: version,
          ...alone,
          settle: ({ digest = '' }) => scalar.spot.set(digest),
          patch: { object, at: path, valueOf: ({ digest = '' }) => digest },
        };
  }
  const digest = isOci ? textOf(tracedAt(mapAbove(leaf), 'digest')) : undefined;
  return field === 'branch' || field === 'name'
    ? undefined
    : {
        kind,
        name,
        version,
        digest,
        ...alone,
        settle: to =>
          to.digest === digest
            ? scalar.spot.set(to.version ?? '')
            : scalar.spot.setBeside!({ tag: to.version, digest: to.digest }),
        patch: {
          object,
          at: path.slice(0, -1),
          valueOf: to => ({
            [field]: to.version ?? null,
            ...(digest !== to.digest && { digest: to.digest ?? null }),
          }),
        },
      };
}
