import type { SvgIconProps } from '@material-ui/core/SvgIcon';
import AllInclusive from '@material-ui/icons/AllInclusive';
import CheckCircle from '@material-ui/icons/CheckCircle';
import Remove from '@material-ui/icons/RemoveCircleOutline';
import Report from '@material-ui/icons/Report';
import Schedule from '@material-ui/icons/Schedule';
import type {
  PolicyException,
  State,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { ComponentType } from 'react';

/** How an exception looks: its word, its icon, and the state that lends its colour. */
export const exceptionLooks: Record<
  PolicyException['state'],
  { word: string; icon: ComponentType<SvgIconProps>; state: State }
> = {
  expired: { word: 'expired', icon: Report, state: 'failing' },
  expiring: { word: 'expires soon', icon: Schedule, state: 'degraded' },
  unused: { word: 'unused', icon: Remove, state: 'unknown' },
  endless: { word: 'never expires', icon: AllInclusive, state: 'progressing' },
  active: { word: 'holds', icon: CheckCircle, state: 'healthy' },
};

/**
 * How an exception is, in a word, also one of a newer backend.
 *
 * @public
 */
export function exceptionWord(state: string): string {
  const words: Record<string, { word: string } | undefined> = exceptionLooks;
  return words[state]?.word ?? state;
}
