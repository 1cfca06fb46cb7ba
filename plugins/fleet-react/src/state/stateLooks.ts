import { alpha, type Theme } from '@material-ui/core/styles';
import type { SvgIconProps } from '@material-ui/core/SvgIcon';
import Autorenew from '@material-ui/icons/Autorenew';
import Cancel from '@material-ui/icons/Cancel';
import CheckCircle from '@material-ui/icons/CheckCircle';
import CloudOff from '@material-ui/icons/CloudOff';
import HelpOutline from '@material-ui/icons/HelpOutline';
import Lock from '@material-ui/icons/Lock';
import PauseCircleFilled from '@material-ui/icons/PauseCircleFilled';
import RemoveCircleOutline from '@material-ui/icons/RemoveCircleOutline';
import Warning from '@material-ui/icons/Warning';
import type { State } from '@fleetcommander/backstage-plugin-fleet-common';
import type { ComponentType } from 'react';

/** How a state looks: its word, its icon, and a colour that is readable on the backgrounds of each theme. */
export interface StateLook {
  word: string;
  icon: ComponentType<SvgIconProps>;
  light: string;
  dark: string;
}

export const stateLooks: Record<State, StateLook> = {
  healthy: {
    word: 'healthy',
    icon: CheckCircle,
    light: '#176a35',
    dark: '#8fe8ab',
  },
  progressing: {
    word: 'progressing',
    icon: Autorenew,
    light: '#0b57a4',
    dark: '#a8d3ff',
  },
  degraded: {
    word: 'degraded',
    icon: Warning,
    light: '#864c00',
    dark: '#ffd180',
  },
  failing: { word: 'failing', icon: Cancel, light: '#b31522', dark: '#ffb8b3' },
  suspended: {
    word: 'suspended',
    icon: PauseCircleFilled,
    light: '#5b3fa8',
    dark: '#d6caff',
  },
  unknown: {
    word: 'unknown',
    icon: HelpOutline,
    light: '#54595f',
    dark: '#d8dbdf',
  },
  unreachable: {
    word: 'unreachable',
    icon: CloudOff,
    light: '#9a1457',
    dark: '#ffb9dc',
  },
  'not-allowed': {
    word: 'not allowed',
    icon: Lock,
    light: '#6d4a2a',
    dark: '#edcdb0',
  },
  'not-installed': {
    word: 'not installed',
    icon: RemoveCircleOutline,
    light: '#5a6068',
    dark: '#d0d4da',
  },
};

/** The colour of a state for text, icons and borders. What is old is never green. */
export function stateColor(theme: Theme, state: State, stale = false): string {
  const look = stateLooks[stale && state === 'healthy' ? 'unknown' : state];
  return look[theme.palette.type];
}

/** The ground behind a state's colour. What is fine has none of its own: a green wall is noise. */
export function stateGround(theme: Theme, state: State): string {
  return state === 'healthy'
    ? alpha(theme.palette.text.primary, 0.035)
    : alpha(stateColor(theme, state), 0.1);
}

/**
 * A state as people read it.
 *
 * @public
 */
export function stateWord(state: State): string {
  return stateLooks[state].word;
}
