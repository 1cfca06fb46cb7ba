import type {
  ArtifactKind,
  Move,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { OverlayMove } from '@fleetcommander/backstage-plugin-fleet-node';

const words: Record<ArtifactKind, string> = {
  image: 'image',
  chart: 'chart',
  'git-ref': 'Git ref',
  'oci-ref': 'OCI ref',
  component: 'component',
  value: 'value',
};

type Side = { version?: string; digest?: string } | undefined;

/** What moves, as screens show it: in words by its version, else by the begin of its digest. */
export function toMove(
  { kind, name, from, to }: OverlayMove,
  region?: string,
): Move {
  const short = kind === 'image' ? name.split('/').at(-1) : name;
  return {
    kind,
    name,
    from: sideText(from),
    to: sideText(to),
    summary: `${words[kind]} ${short} ${shortOf(from)} → ${shortOf(to)}${
      region ? ` in ${region}` : ''
    }`,
    region,
  };
}

/** A side of a move as references write it: 1.5.0@sha256:… */
export function sideText(side: Side): string | undefined {
  return (
    side && ([side.version, side.digest].filter(Boolean).join('@') || 'on')
  );
}

function shortOf(side: Side): string {
  return side ? side.version ?? side.digest?.slice(0, 19) ?? 'on' : 'none';
}
