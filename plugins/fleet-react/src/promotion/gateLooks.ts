import type {
  GateEnforcement,
  GateState,
} from '@fleetcommander/backstage-plugin-fleet-common';
import Cancel from '@material-ui/icons/Cancel';
import CheckCircle from '@material-ui/icons/CheckCircle';
import HelpOutline from '@material-ui/icons/HelpOutline';
import RemoveCircleOutline from '@material-ui/icons/RemoveCircleOutline';
import Schedule from '@material-ui/icons/Schedule';
import type { Look } from './LookBadge';

/** How a gate looks in each of its states. What is not known is no pass, and does not look like one. */
export const gateLooks: Record<GateState, Look> = {
  passed: { word: 'open', icon: CheckCircle, state: 'healthy' },
  waiting: { word: 'waits', icon: Schedule, state: 'progressing' },
  failed: { word: 'closed', icon: Cancel, state: 'failing' },
  unknown: { word: 'not known', icon: HelpOutline, state: 'unknown' },
  skipped: {
    word: 'does not apply',
    icon: RemoveCircleOutline,
    state: 'not-installed',
  },
};

/**
 * How a gate stands, in a word.
 *
 * @public
 */
export function gateWord(state: GateState): string {
  return gateLooks[state].word;
}

/**
 * Whether the branch holds to the gates; nothing where it does.
 *
 * @public
 */
export function enforcementWords(
  enforcement: GateEnforcement,
): string | undefined {
  switch (enforcement) {
    case 'required':
      return undefined;
    case 'not-required':
      return 'Not enforced: the branch does not require the status that the gates publish, so that a pull request can be merged while they are closed. Require it in the rules of the branch.';
    default:
      return 'Whether the branch requires the gates is not known: the Git host does not tell.';
  }
}
