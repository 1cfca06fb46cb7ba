import type { PromotionWave } from '@fleetcommander/backstage-plugin-fleet-common';
import Autorenew from '@material-ui/icons/Autorenew';
import CallMerge from '@material-ui/icons/CallMerge';
import Cancel from '@material-ui/icons/Cancel';
import CheckCircle from '@material-ui/icons/CheckCircle';
import RadioButtonUnchecked from '@material-ui/icons/RadioButtonUnchecked';
import RemoveCircleOutline from '@material-ui/icons/RemoveCircleOutline';
import type { Look } from './LookBadge';

/** How a wave looks in each of its states. */
export const waveLooks: Record<PromotionWave['state'], Look> = {
  waiting: {
    word: 'to come',
    icon: RadioButtonUnchecked,
    state: 'not-installed',
  },
  open: { word: 'pull request open', icon: CallMerge, state: 'progressing' },
  'rolling-out': {
    word: 'rolling out',
    icon: Autorenew,
    state: 'progressing',
  },
  done: { word: 'done', icon: CheckCircle, state: 'healthy' },
  failed: { word: 'failed', icon: Cancel, state: 'failing' },
  stopped: {
    word: 'stopped',
    icon: RemoveCircleOutline,
    state: 'not-installed',
  },
};
