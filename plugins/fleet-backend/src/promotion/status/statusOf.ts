import type { GateVerdict } from '@fleetcommander/backstage-plugin-fleet-common';
import type { GitStatus } from '@fleetcommander/backstage-plugin-fleet-node';

const longest = 140;

/** What one line can say of the gates: what stands in the way, the worst first. */
export function statusOf(
  verdicts: readonly GateVerdict[],
): Pick<GitStatus, 'state' | 'description'> {
  const shut = (['failed', 'unknown', 'waiting'] as const).flatMap(state =>
    verdicts.filter(verdict => verdict.state === state),
  );
  const [first] = shut;
  if (!first) {
    return {
      state: 'passed',
      description:
        verdicts.length > 0
          ? `All ${verdicts.length} gates are open`
          : 'This stage has no gates',
    };
  }
  const counted = `${verdicts.length - shut.length} of ${verdicts.length} open`;
  // One that stands in the way is told with why; of several, their names.
  const words =
    shut.length === 1
      ? `${first.title}: ${first.summary}`
      : shut.map(({ title }) => title).join(', ');
  return {
    state: first.state === 'failed' ? 'failed' : 'pending',
    description: shorten(`${counted}. ${words}`),
  };
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
