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

const status =
  'the status of the gates (fleet/gates, unless fleet.promotion.statusContext says otherwise)';

/**
 * Whether the branch holds to the gates; nothing where it does.
 *
 * @public
 */
export function enforcementWords(
  enforcement: GateEnforcement,
  branch = 'the branch',
): string | undefined {
  switch (enforcement) {
    case 'required':
      return undefined;
    case 'not-required':
      return `Not enforced: ${branch} does not require ${status}, so that a pull request can be merged while they are closed. Require it in the rules of the branch.`;
    case 'required-of-another':
      return `Not satisfied: ${branch} requires ${status} from another App than that of the integration, so that the gates let no pull request in, and keep none out. Require it from the App of the integration.`;
    case 'forgeable':
      return `Enforced in part: ${branch} requires ${status}, and takes it from others than the App of the integration, too. Whoever may push can say that they are open. Require it from that App alone.`;
    default:
      return `Whether ${branch} requires ${status} is not known: the Git host does not tell.`;
  }
}
