import type { SvgIconProps } from '@material-ui/core/SvgIcon';
import Autorenew from '@material-ui/icons/Autorenew';
import Cancel from '@material-ui/icons/Cancel';
import CheckCircle from '@material-ui/icons/CheckCircle';
import HelpOutline from '@material-ui/icons/HelpOutline';
import RadioButtonUnchecked from '@material-ui/icons/RadioButtonUnchecked';
import RemoveCircleOutline from '@material-ui/icons/RemoveCircleOutline';
import type {
  ClaimStepName,
  ClaimStepState,
  State,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { ComponentType } from 'react';

/** How the state of a step looks: its word, its icon, and the state whose colour it has. */
export interface StepLook {
  word: string;
  icon: ComponentType<SvgIconProps>;
  state: State;
}

export const stepLooks: Record<ClaimStepState, StepLook> = {
  waiting: {
    word: 'to come',
    icon: RadioButtonUnchecked,
    state: 'not-installed',
  },
  active: { word: 'under way', icon: Autorenew, state: 'progressing' },
  done: { word: 'done', icon: CheckCircle, state: 'healthy' },
  failing: { word: 'failing', icon: Cancel, state: 'failing' },
  skipped: {
    word: 'left out',
    icon: RemoveCircleOutline,
    state: 'not-installed',
  },
  unknown: { word: 'unknown', icon: HelpOutline, state: 'unknown' },
};

const stepWords: Record<ClaimStepName, string> = {
  'pull-request': 'pull request',
  merged: 'merged',
  claimed: 'claimed',
  provisioning: 'provisioning',
  'control-plane': 'control plane',
  bootstrap: 'bootstrap',
  joined: 'joined',
};

/**
 * A step of a claim as people read it.
 *
 * @public
 */
export function claimStepWord(step: string): string {
  return Object.hasOwn(stepWords, step)
    ? stepWords[step as ClaimStepName]
    : step;
}

/**
 * The state of a step as people read it.
 *
 * @public
 */
export function claimStepStateWord(state: ClaimStepState): string {
  return stepLooks[state].word;
}
